package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the demo agency is whole. */
@Readiness
@ApplicationScoped
public class DemoReadiness implements HealthCheck {
  @Inject DemoStart start;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo").status(start.isWhole()).build();
  }
}
