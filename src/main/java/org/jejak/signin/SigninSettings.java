package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How people sign in: keys {@code jejak.signin.*}. */
@ApplicationScoped
public class SigninSettings {
  @Inject
  @ConfigProperty(name = "jejak.data.folder", defaultValue = "data")
  String data;

  @Inject
  @ConfigProperty(name = "jejak.demo", defaultValue = "false")
  boolean demo;

  @Inject
  @ConfigProperty(name = "jejak.signin.token-hours", defaultValue = "8")
  int tokenHours;

  @Inject
  @ConfigProperty(name = "jejak.signin.session-hours", defaultValue = "8")
  int sessionHours;

  @Inject
  @ConfigProperty(name = "jejak.signin.idle-minutes", defaultValue = "30")
  int idleMinutes;

  @Inject
  @ConfigProperty(name = "jejak.signin.idle-minutes-cases", defaultValue = "15")
  int idleMinutesCases;

  @Inject
  @ConfigProperty(name = "jejak.signin.wrong-per-address", defaultValue = "60")
  int wrongPerAddress;

  @Inject
  @ConfigProperty(name = "jejak.signin.shortest-password", defaultValue = "14")
  int shortestPassword;

  /** The folder of the link that makes the first administrator. */
  Path data() {
    return Path.of(data);
  }

  /** The folder of the pepper; outside the database, and never in a backup of it. */
  Path keys() {
    return data().resolve("keys");
  }

  /** Whether this is the demo agency, the only place where demo accounts open anything. */
  public boolean isDemo() {
    return demo;
  }

  /** How long a token of the REST interface lives. */
  Duration tokenLife() {
    return Duration.ofHours(tokenHours);
  }

  /** When a session ends, however busy it is. */
  Duration sessionLife() {
    return Duration.ofHours(sessionHours);
  }

  /** When an unused session ends. */
  Duration idle(boolean worksOnCases) {
    return Duration.ofMinutes(worksOnCases ? idleMinutesCases : idleMinutes);
  }

  /** Wrong passwords that one address may send in ten minutes. */
  int wrongPerAddress() {
    return wrongPerAddress;
  }

  /** The fewest characters of a password that somebody chooses. */
  public int shortestPassword() {
    return shortestPassword;
  }
}
