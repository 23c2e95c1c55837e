package org.jejak.ledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jejak.base.AgencySettings;
import org.jejak.base.Refusal;

/** The years of looks, and how far each is from its end. */
@ApplicationScoped
public class Years {
  /**
   * One year.
   *
   * @param size entries in its last signed checkpoint
   * @param keptUntil the last day on which it must be kept
   * @param end the request to destroy it; {@code null} where there is none
   */
  public record Year(int year, String log, long size, LocalDate keptUntil, End end) {}

  /** A request: its state, and who asked and who closed it. */
  public record End(
      YearEnd.State state,
      String ground,
      String requestedBy,
      Instant requestedAt,
      String closedBy,
      Instant closedAt) {}

  private static final String SELECT =
      """
      select h.log, h.size, e.state, e.ground, e.requested_by, e.requested_at, e.closed_by,
             e.closed_at
      from ledger_head h left join access_end e on e.log = h.log and e.state <> 'WITHDRAWN'
      where h.log like 'access-%'\
      """;

  @PersistenceContext EntityManager em;
  @Inject AccessSettings settings;
  @Inject AgencySettings agency;
  @Inject Clock clock;

  /** All years, newest first. */
  public List<Year> all() {
    return years(em.createNativeQuery(SELECT + " order by h.log desc"));
  }

  /**
   * One year.
   *
   * @throws Refusal {@code unknown} where no looks were recorded in it
   */
  public Year get(int year) {
    return years(
            em.createNativeQuery(SELECT + " and h.log = ?1").setParameter(1, AccessLogs.of(year)))
        .stream()
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("a year of looks"));
  }

  /** Whether the year may be destroyed today. */
  public boolean isOver(Year year) {
    return clock.instant().atZone(agency.zone()).toLocalDate().isAfter(year.keptUntil());
  }

  /** The request that waits for a second person; for commands, which hold it until they end. */
  Optional<YearEnd> waiting(String log) {
    return em.createQuery(
            "select e from YearEnd e where e.log = :log"
                + " and e.state = org.jejak.ledger.access.YearEnd.State.REQUESTED",
            YearEnd.class)
        .setParameter("log", log)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private List<Year> years(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(this::year).toList();
  }

  private Year year(Object[] row) {
    String log = (String) row[0];
    int year = Integer.parseInt(log.substring(log.length() - 4));
    End end =
        row[2] == null
            ? null
            : new End(
                YearEnd.State.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                moment(row[5]),
                (String) row[6],
                moment(row[7]));
    LocalDate keptUntil = LocalDate.of(year + settings.retentionYears(), 12, 31);
    return new Year(year, log, ((Number) row[1]).longValue(), keptUntil, end);
  }

  private static Instant moment(Object value) {
    return switch (value) {
      case null -> null;
      case OffsetDateTime moment -> moment.toInstant();
      case Timestamp moment -> moment.toInstant();
      case Instant moment -> moment;
      default -> throw new IllegalStateException(value.getClass() + " is no moment");
    };
  }
}
