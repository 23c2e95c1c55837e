package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The language of this request: Indonesian unless the person chose English.
 *
 * <p>What is chosen travels in the address on public pages, because they keep nothing about a
 * visitor, and stays with the browser of people who are signed in. The browser's own wish is not
 * asked: offices share machines that were set up in English by somebody else.
 */
@Named("language")
@RequestScoped
public class Language {
  private static final String PARAMETER = Preference.LANGUAGE.parameter();

  /** Indonesian, as the JDK has called it since 17. */
  public static final Locale INDONESIAN = Locale.forLanguageTag("id");

  @Inject HttpServletRequest request;
  private Locale locale;

  /** A link that shows this very page in another language. */
  public record Link(String code, String label, String name, String path, boolean current) {}

  public Locale getLocale() {
    if (locale == null) {
      locale = Preference.LANGUAGE.of(request).equals("en") ? Locale.ENGLISH : INDONESIAN;
    }
    return locale;
  }

  /** {@code id} or {@code en}. */
  public String getCode() {
    return getLocale().getLanguage();
  }

  /** What a link of a public page appends so that the language stays; empty for Indonesian. */
  public String getQuery() {
    return getCode().equals("en") ? "?lang=en" : "";
  }

  /** As {@link #getQuery()}, behind an address that has a query already. */
  public String getMore() {
    return getCode().equals("en") ? "&lang=en" : "";
  }

  public List<Link> getLinks() {
    String now = getCode();
    return List.of(
        new Link("id", "ID", "Bahasa Indonesia", with(PARAMETER, "id"), now.equals("id")),
        new Link("en", "EN", "English", with(PARAMETER, "en"), now.equals("en")));
  }

  /** This page's address with one parameter changed. */
  public String with(String name, Object value) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && !pair.substring(0, equals).equals(name)) {
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    parameters.put(name, String.valueOf(value));
    List<String> pairs = new ArrayList<>();
    parameters.forEach((key, text) -> pairs.add(key + "=" + text));
    return path() + "?" + String.join("&", pairs);
  }

  /** The path that the browser shows. */
  public String path() {
    Object error = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return error != null
        ? error.toString()
        : forwarded != null ? forwarded.toString() : request.getRequestURI();
  }

  private String query() {
    boolean inside = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
    Object asked =
        inside
            ? request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
            : request.getQueryString();
    return asked == null ? "" : asked.toString();
  }
}
