package org.jejak.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jejak.ledger.Ledger;

/** Ready to record: the log has neither stopped nor fallen too far behind. */
@ApplicationScoped
@Readiness
public class HealthOfLedger implements HealthCheck {
  @Inject Ledger ledger;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ledger").status(ledger.writable()).build();
  }
}
