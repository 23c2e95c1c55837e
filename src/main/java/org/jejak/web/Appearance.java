package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** How the pages look and behave for this person; chosen by link. */
@Named("appearance")
@RequestScoped
public class Appearance {
  @Inject HttpServletRequest request;
  @Inject Language language;
  @Inject Words words;

  /** One value to choose. */
  public record Choice(String text, String path, boolean current) {}

  /** Light, dark or as the device says; visitors always have what the device says. */
  public String getTheme() {
    return request.getUserPrincipal() == null
        ? Preference.THEME.choices().get(0)
        : Preference.THEME.of(request);
  }

  /** Whether keys without a modifier do something: {@code on} or {@code off}. */
  public String getKeys() {
    return Preference.KEYS.of(request);
  }

  public List<Choice> getChoices() {
    return choices(Preference.THEME, getTheme());
  }

  public List<Choice> getKeyChoices() {
    return choices(Preference.KEYS, getKeys());
  }

  private List<Choice> choices(Preference preference, String now) {
    return preference.choices().stream()
        .map(
            value ->
                new Choice(
                    words.of("layout." + preference.parameter() + "." + value),
                    language.with(preference.parameter(), value),
                    value.equals(now)))
        .toList();
  }
}
