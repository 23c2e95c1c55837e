package org.jejak.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How reports are taken in: keys {@code jejak.intake.*}. */
@ApplicationScoped
public class IntakeSettings {
  @Inject
  @ConfigProperty(name = "jejak.intake.keys", defaultValue = "data/keys")
  String keys;

  @Inject
  @ConfigProperty(name = "jejak.intake.reports-per-hour", defaultValue = "30")
  int reportsPerHour;

  @Inject
  @ConfigProperty(name = "jejak.intake.reports-per-hour-total", defaultValue = "600")
  int reportsPerHourTotal;

  @Inject
  @ConfigProperty(name = "jejak.intake.wrong-codes-per-minute", defaultValue = "10")
  int wrongCodesPerMinute;

  @Inject
  @ConfigProperty(name = "jejak.intake.wrong-codes-per-minute-total", defaultValue = "120")
  int wrongCodesPerMinuteTotal;

  @Inject
  @ConfigProperty(name = "jejak.intake.loopback-exempt", defaultValue = "false")
  boolean loopbackExempt;

  @Inject
  @ConfigProperty(name = "jejak.intake.client-address-header", defaultValue = "none")
  String clientAddressHeader;

  @Inject
  @ConfigProperty(name = "jejak.intake.leave-to", defaultValue = "https://www.bmkg.go.id/")
  String leaveTo;

  /** The folder of the key files; outside the database, and never in a backup of it. */
  Path keys() {
    return Path.of(keys);
  }

  /** Reports that one address may send in an hour. */
  int reportsPerHour() {
    return reportsPerHour;
  }

  /** Reports that all addresses together may send in an hour. */
  int reportsPerHourTotal() {
    return reportsPerHourTotal;
  }

  /** Wrong inbox codes that one address may try in a minute. */
  int wrongCodesPerMinute() {
    return wrongCodesPerMinute;
  }

  /** Wrong inbox codes that all addresses together may try in a minute. */
  int wrongCodesPerMinuteTotal() {
    return wrongCodesPerMinuteTotal;
  }

  /** Whether reports from this very machine are not counted: in the demo and in benchmarks. */
  boolean loopbackExempt() {
    return loopbackExempt;
  }

  /**
   * The header in which the proxy before us names the client, believed only from this very machine;
   * {@code none} where there is no proxy.
   */
  public String clientAddressHeader() {
    return clientAddressHeader;
  }

  /** The harmless page to which a reporter leaves in a hurry. */
  public String leaveTo() {
    return leaveTo;
  }
}
