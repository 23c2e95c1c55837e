package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import javax.sql.DataSource;
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

  @Resource(lookup = "java:app/jejak")
  DataSource application;

  @Resource(lookup = "java:app/sequencer")
  DataSource sequencer;

  @Test
  void theDatabaseIsReachedWithItsSchemaAndTheLedgerCanBeWritten() {
    assertThat(database.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void anotherSchemaThanTheOneStartedForIsNotReady() {
    HealthOfDatabase other = new HealthOfDatabase();
    other.application = application;
    other.sequencer = sequencer;
    other.expected = "0000";
    assertThat(other.call().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void aSequencerWithTheApplicationsRightsIsNotReady() {
    HealthOfDatabase other = new HealthOfDatabase();
    other.application = application;
    other.sequencer = application;
    other.expected = database.expected();
    assertThat(other.call().getStatus()).isEqualTo(Status.DOWN);
  }
}
