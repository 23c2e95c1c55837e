package org.jejak.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a signed-in person chose about the look of the pages, in this browser: asked for by a
 * parameter of the address, remembered by a cookie that says nothing about who it is.
 *
 * <p>Visitors keep nothing: their choice stays in the address.
 *
 * @param parameter its name in the address
 * @param choices what can be chosen; the first is the default
 */
public record Preference(String parameter, List<String> choices) {
  static final Preference LANGUAGE = new Preference("lang", List.of("id", "en"));
  static final Preference THEME = new Preference("theme", List.of("system", "light", "dark"));

  /** Keys without a modifier, as "/": people who dictate switch them off (WCAG 2.2, 2.1.4). */
  static final Preference KEYS = new Preference("keys", List.of("on", "off"));

  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  String cookie() {
    return "jejak-" + parameter;
  }

  /** What holds for this request. */
  String of(HttpServletRequest request) {
    return asked(request)
        .or(() -> request.getUserPrincipal() == null ? Optional.empty() : kept(request))
        .orElse(choices.get(0));
  }

  /** Remembers what the address of this request asks for, if it does. */
  void keep(HttpServletRequest request, HttpServletResponse response) {
    asked(request)
        .ifPresent(
            value -> {
              Cookie cookie = new Cookie(cookie(), value);
              cookie.setPath("/");
              cookie.setHttpOnly(true);
              cookie.setSecure(request.isSecure());
              cookie.setMaxAge(YEAR);
              cookie.setAttribute("SameSite", "Strict");
              response.addCookie(cookie);
            });
  }

  /** Remembers all that is asked for. */
  public static void keepAll(HttpServletRequest request, HttpServletResponse response) {
    for (Preference preference : List.of(LANGUAGE, THEME, KEYS)) {
      preference.keep(request, response);
    }
  }

  /** From the address alone: reading the body of a form that is too large would fail. */
  Optional<String> asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? Optional.empty()
        : known(
            Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> pair.substring(parameter.length() + 1)));
  }

  private Optional<String> kept(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : known(
            Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(cookie()))
                .map(Cookie::getValue));
  }

  private Optional<String> known(Stream<String> said) {
    return said.filter(choices::contains).findFirst();
  }
}
