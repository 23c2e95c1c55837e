package org.jejak.api.repeat;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jejak.base.Refusal;

/**
 * The answers of the last seven days, each under the name that its key gives it.
 *
 * <p>No record of the office but a cache, therefore no entity and no entry; it keeps days and no
 * times, because the time of an anonymous report is nobody's business.
 */
@ApplicationScoped
public class IdempotentAnswers {
  private static final int DAYS = 7;
  private static final System.Logger LOG = System.getLogger(IdempotentAnswers.class.getName());

  /**
   * An answer that was given.
   *
   * @param answer sealed; {@code null} where it must not be kept
   */
  record Kept(String scope, String bodyMark, int status, String answer) {}

  @Resource(lookup = "java:app/jejak")
  DataSource database;

  @Inject Clock clock;
  private final AtomicReference<LocalDate> sweptOn = new AtomicReference<>(LocalDate.MIN);

  Optional<Kept> find(String scope) {
    String sql =
        "select body_mark, status, answer from idempotent_answer where scope = ? and kept_until >= ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, scope);
      select.setDate(2, Date.valueOf(today()));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Kept(scope, row.getString(1), row.getInt(2), row.getString(3)))
            : Optional.empty();
      }
    } catch (SQLException down) {
      LOG.log(System.Logger.Level.WARNING, "kept answers cannot be read", down);
      throw new Refusal(Refusal.Kind.CLOSED, "busy", "the database does not answer");
    }
  }

  /** Keeps the answer; where that fails the act stands and only its repetition gets a 409. */
  void keep(Kept kept) {
    String sql =
        "insert into idempotent_answer (scope, body_mark, status, answer, kept_until)"
            + " values (?, ?, ?, ?, ?) on conflict (scope) do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, kept.scope());
      insert.setString(2, kept.bodyMark());
      insert.setInt(3, kept.status());
      insert.setString(4, kept.answer());
      insert.setDate(5, Date.valueOf(today().plusDays(DAYS)));
      insert.executeUpdate();
      sweep(connection);
    } catch (SQLException down) {
      LOG.log(System.Logger.Level.WARNING, "an answer was given but could not be kept", down);
    }
  }

  private void sweep(Connection connection) throws SQLException {
    LocalDate today = today();
    if (today.equals(sweptOn.getAndSet(today))) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("delete from idempotent_answer where kept_until < ?")) {
      delete.setDate(1, Date.valueOf(today));
      delete.executeUpdate();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
  }
}
