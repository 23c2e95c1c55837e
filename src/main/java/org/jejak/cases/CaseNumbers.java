package org.jejak.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.jejak.base.AgencySettings;

/**
 * The numbers that have been given out, to reports and to cases alike: a report keeps its number
 * when it becomes a case.
 */
@ApplicationScoped
public class CaseNumbers {
  @PersistenceContext EntityManager em;
  @Inject Clock clock;
  @Inject AgencySettings agency;

  /** Draws a number of this year that nobody has; part of the running command. */
  public CaseNumber draw() {
    int year = clock.instant().atZone(agency.zone()).getYear();
    CaseNumber number = CaseNumber.random(year);
    while (!taken(number)) {
      number = CaseNumber.random(year);
    }
    return number;
  }

  private boolean taken(CaseNumber number) {
    return em.createNativeQuery(
                "insert into case_number (number) values (?1) on conflict do nothing")
            .setParameter(1, number.value())
            .executeUpdate()
        == 1;
  }
}
