package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jejak.TheWar;
import org.junit.jupiter.api.Test;

@ArquillianTest
class HealthIT {
  @Deployment
  static WebArchive war() {
    return TheWar.with(HealthIT.class);
  }

  @Inject @Readiness HealthOfDatabase database;

  @Test
  void theDatabaseIsReachedWithItsSchemaAndTheLedgerCanBeWritten() {
    assertThat(database.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void anotherSchemaThanTheOneStartedForIsNotReady() {
    String before = database.expected;
    database.expected = "0000";
    try {
      assertThat(database.call().getStatus()).isEqualTo(Status.DOWN);
    } finally {
      database.expected = before;
    }
  }
}
