package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jejak.identity.Permission;
import org.jejak.identity.Role;

/**
 * Sessions of browsers: the server's session id and, because that has only some 56 random bits, a
 * second cookie of 256. Both are needed; the session holds the hash of the second, the person's
 * handle and no role.
 */
@ApplicationScoped
public class Sessions {
  /** What the session keeps; nothing secret. */
  record Held(String person, int generation, String binding, long sinceEpochSecond)
      implements Serializable {}

  private static final String ATTRIBUTE = "jejak.signin";
  private static final String SECURE_PREFIX = "__Host-";
  private static final String BINDING = "jejak_b";
  private static final String DEVICE = "jejak_d";

  @Inject SigninSettings settings;
  @Inject KnownDevices devices;
  @Inject Clock clock;

  /** Begins a session under new ids. */
  void begin(
      HttpServletRequest request, HttpServletResponse response, Account account, Set<Role> roles) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    boolean worksOnCases = roles.stream().anyMatch(Permission.SEE_CASES.roles()::contains);
    session.setMaxInactiveInterval((int) settings.idle(worksOnCases).toSeconds());
    String binding = Secret.random();
    session.setAttribute(
        ATTRIBUTE,
        new Held(
            account.person(),
            account.generation(),
            Secret.hash(binding),
            clock.instant().getEpochSecond()));
    set(request, response, BINDING, binding, -1);
    if (device(request) == null) {
      String device = devices.remember(account.person());
      set(request, response, DEVICE, device, (int) KnownDevices.LIFE.toSeconds());
    }
  }

  /** Ends the session and its cookie. */
  public void end(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    set(request, response, BINDING, "", 0);
  }

  /** The session that both cookies of the request open, while it is young enough. */
  Optional<Held> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String binding = cookie(request, BINDING);
    if (session == null
        || binding == null
        || !(session.getAttribute(ATTRIBUTE) instanceof Held held)
        || !Secret.matches(binding, held.binding())) {
      return Optional.empty();
    }
    Duration age = Duration.ofSeconds(clock.instant().getEpochSecond() - held.sinceEpochSecond());
    return age.compareTo(settings.sessionLife()) < 0 ? Optional.of(held) : Optional.empty();
  }

  /** The cookie of a browser that signed in before, or {@code null}. */
  String device(HttpServletRequest request) {
    return cookie(request, DEVICE);
  }

  private static void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      int maxAgeSeconds) {
    boolean plain = isPlainLoopback(request);
    Cookie cookie = new Cookie(plain ? name : SECURE_PREFIX + name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(!plain);
    cookie.setMaxAge(maxAgeSeconds);
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
  }

  private static String cookie(HttpServletRequest request, String name) {
    String wanted = isPlainLoopback(request) ? name : SECURE_PREFIX + name;
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(wanted) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /**
   * Whether the browser sits on this very machine and speaks plain http. Everywhere else the
   * cookies are for https only, so that sign-in over an open line does not work at all.
   */
  private static boolean isPlainLoopback(HttpServletRequest request) {
    return !request.isSecure()
        && isLoopback(request.getLocalAddr())
        && isLoopback(request.getServerName());
  }

  private static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      // A literal address: nothing is looked up.
      return host.matches("[0-9.]+|[0-9a-fA-F:\\[\\]]+")
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
