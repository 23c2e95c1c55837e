package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;

/** Light, dark or as the device says; chosen by link, kept in the session. */
@Named("appearance")
@RequestScoped
public class Appearance {
  private static final String PARAMETER = "theme";
  private static final String KEPT = "jejak.theme";
  private static final List<String> THEMES = List.of("system", "light", "dark");

  @Inject HttpServletRequest request;
  @Inject Language language;
  @Inject Words words;

  /** One theme to choose. */
  public record Choice(String text, String path, boolean current) {}

  public String getTheme() {
    HttpSession session = request.getSession(false);
    if (session == null || request.getUserPrincipal() == null) {
      return THEMES.get(0);
    }
    String asked = request.getParameter(PARAMETER);
    if (asked != null && THEMES.contains(asked)) {
      session.setAttribute(KEPT, asked);
    }
    Object kept = session.getAttribute(KEPT);
    return kept == null ? THEMES.get(0) : kept.toString();
  }

  public List<Choice> getChoices() {
    String now = getTheme();
    return THEMES.stream()
        .map(
            theme ->
                new Choice(
                    words.of("layout.theme." + theme),
                    language.with(PARAMETER, theme),
                    theme.equals(now)))
        .toList();
  }
}
