package org.jejak.ledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code jejak.access.*}. */
@ApplicationScoped
public class AccessSettings {
  @Inject
  @ConfigProperty(name = "jejak.access.retention-years", defaultValue = "5")
  int retentionYears;

  /** Whole years after its own for which a year of looks is kept; at least one. */
  public int retentionYears() {
    return Math.max(1, retentionYears);
  }
}
