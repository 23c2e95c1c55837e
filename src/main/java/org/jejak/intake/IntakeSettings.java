package org.jejak.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How reports are taken in: keys {@code jejak.intake.*}. */
@ApplicationScoped
public class IntakeSettings {
  @Inject
  @ConfigProperty(name = "jejak.intake.keys")
  Optional<String> keys = Optional.empty();

  @Inject
  @ConfigProperty(name = "jejak.data.folder", defaultValue = "data")
  String data;

  @Inject
  @ConfigProperty(name = "jejak.demo", defaultValue = "false")
  boolean demo;

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
  @ConfigProperty(name = "jejak.intake.loopback-exempt")
  Optional<Boolean> loopbackExempt = Optional.empty();

  @Inject
  @ConfigProperty(name = "jejak.intake.client-address-header", defaultValue = "none")
  String clientAddressHeader;

  /**
   * The folder of the key files; beside the data, so that a copy of these is no copy of the keys.
   */
  Path keys() {
    return keys.map(Path::of).orElseGet(() -> Path.of(demo ? data + "/keys" : data + "-keys"));
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

  /**
   * Whether reports from this very machine are not counted: in benchmarks, and in the demo unless
   * told otherwise.
   */
  boolean loopbackExempt() {
    return loopbackExempt.orElse(demo);
  }

  /**
   * The header in which the proxy before us names the client, believed only from this very machine;
   * {@code none} where there is no proxy.
   */
  public String clientAddressHeader() {
    return clientAddressHeader;
  }
}
