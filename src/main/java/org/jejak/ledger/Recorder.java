package org.jejak.ledger;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jejak.base.Recording;
import org.jejak.base.Refusal;
import org.jejak.tlog.Merkle;

/**
 * Around each command, inside its transaction: when the outermost one ends, sends the changes to
 * the database and writes the entries beside them, on the same connection.
 *
 * <p>The entries are written after the flush and not at {@code append}, because later formats
 * derive part of an entry from the change set.
 */
@Recording
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Recorder {
  private static final String UNIQUE = "23505";
  private static final String DEADLOCK = "40P01";

  @PersistenceContext EntityManager em;
  @Inject Clock clock;
  @Inject LedgerSettings settings;
  @Inject Event<Appended> appended;

  @AroundInvoke
  Object record(InvocationContext call) throws Exception {
    if (Book.current() != null) {
      return call.proceed();
    }
    Book book = Book.open();
    try {
      Object answer = call.proceed();
      book.joined().forEach(row -> Stamp.stamp(book, row));
      em.flush();
      if (!book.lines().isEmpty()) {
        write(book);
        appended.fire(new Appended());
      }
      book.seal();
      return answer;
    } catch (OptimisticLockException e) {
      throw stale(e);
    } catch (PersistenceException e) {
      if (metCrosswise(e)) {
        throw stale(e);
      }
      throw e;
    } finally {
      Book.close();
    }
  }

  private void write(Book book) {
    Map<String, byte[]> last = new HashMap<>();
    try (PreparedStatement insert =
        em.unwrap(Connection.class)
            .prepareStatement(
                "insert into ledger_entry"
                    + " (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
      for (Book.Line line : book.lines()) {
        String chain = line.event().subject().handle();
        byte[] prev = last.getOrDefault(chain, book.stored(chain).last());
        String nonce = Format.nonce();
        byte[] bytes =
            Format.bytes(
                line.event(),
                nonce,
                clock.instant(),
                line.actor(),
                line.seq(),
                prev,
                book.request(),
                settings.build());
        last.put(chain, Merkle.leaf(bytes));
        insert.setString(1, Ledger.RECORDS);
        insert.setString(2, chain);
        insert.setLong(3, line.seq());
        insert.setBytes(4, bytes);
        insert.setString(5, nonce);
        insert.setString(6, book.request());
        insert.setInt(7, line.part());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw answer(e);
    }
  }

  private static boolean metCrosswise(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  static RuntimeException answer(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (UNIQUE.equals(e.getSQLState()) && message.contains("ledger_entry_request")) {
      return new Refusal(
          Refusal.Kind.STALE, "request.repeated", "this request has already been recorded");
    }
    if (UNIQUE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState())) {
      return stale(e);
    }
    return new IllegalStateException("the entries could not be written", e);
  }

  static Refusal stale(Exception cause) {
    Refusal refusal = new Refusal(Refusal.Kind.STALE, "stale", "somebody else was faster");
    refusal.initCause(cause);
    return refusal;
  }
}
