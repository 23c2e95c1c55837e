package org.jejak.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The agency that uses this installation: keys {@code jejak.agency.*}. */
@ApplicationScoped
public class AgencySettings {
  @Inject
  @ConfigProperty(name = "jejak.agency.name", defaultValue = "Inspektorat Kabupaten Contoh")
  String name;

  @Inject
  @ConfigProperty(name = "jejak.agency.zone", defaultValue = "Asia/Jakarta")
  String zone;

  @Inject
  @ConfigProperty(name = "jejak.agency.service-began", defaultValue = "1980-01-01")
  String serviceBegan;

  public String name() {
    return name;
  }

  /** The zone in which days begin and times are shown (WIB, WITA or WIT). */
  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** No act before this day can be reported or examined here. */
  public LocalDate serviceBegan() {
    return LocalDate.parse(serviceBegan);
  }
}
