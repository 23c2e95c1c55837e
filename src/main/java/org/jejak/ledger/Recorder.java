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
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jejak.base.Recording;
import org.jejak.base.Refusal;
import org.jejak.ledger.rows.Changes;
import org.jejak.ledger.rows.Changes.Change;
import org.jejak.ledger.rows.RecordedTables;
import org.jejak.ledger.seal.KeyRing;
import org.jejak.ledger.seal.Opening;
import org.jejak.ledger.seal.Vault;
import org.jejak.tlog.Merkle;

/**
 * Around each command, inside its transaction: when the outermost one ends, sends the changes to
 * the database and writes the entries beside them, on the same connection.
 *
 * <p>The entries are written after the flush and not at {@code append}, because each commits to
 * every field that changed, as the persistence provider's own change set has it.
 */
@Recording
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Recorder {
  private static final String UNIQUE = "23505";
  private static final String DEADLOCK = "40P01";
  private static final SortedMap<String, Change> NOTHING = Collections.emptySortedMap();

  @PersistenceContext EntityManager em;
  @Inject Clock clock;
  @Inject LedgerSettings settings;
  @Inject Event<Appended> appended;
  @Inject Vault vault;
  @Inject RecordedTables tables;

  @AroundInvoke
  Object record(InvocationContext call) throws Exception {
    if (Book.current() != null) {
      return call.proceed();
    }
    Book book = Book.open();
    KeyRing keys = KeyRing.open(vault, () -> em.unwrap(Connection.class));
    try {
      Object answer = call.proceed();
      book.joined().forEach(row -> Stamp.stamp(book, row));
      // What the body has flushed itself may stand under an earlier entry than the last.
      Changes.flushed(em).rows().forEach(row -> Stamp.stamp(book, row));
      em.flush();
      if (!book.lines().isEmpty()) {
        write(book, Changes.flushed(em).byChain(tables), keys);
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
      KeyRing.close();
      Book.close();
    }
  }

  private void write(Book book, Map<String, SortedMap<String, Change>> changes, KeyRing keys) {
    EntryRows rows = new EntryRows();
    Map<String, byte[]> last = new HashMap<>();
    for (Book.Line line : book.lines()) {
      String chain = line.event().subject().handle();
      String nonce = Format.nonce();
      SortedMap<String, Change> fields = new TreeMap<>(book.given(chain, line.seq()));
      List<List<String>> set = null;
      if (book.isNewest(chain, line.seq()) || !fields.isEmpty()) {
        fields.putAll(
            book.isNewest(chain, line.seq()) ? changes.getOrDefault(chain, NOTHING) : NOTHING);
        set = new ArrayList<>();
        for (Map.Entry<String, Change> one : fields.entrySet()) {
          Opening opening = Opening.of(one.getKey(), one.getValue().value());
          set.add(List.of(opening.field(), opening.commitment()));
          rows.disclosure(nonce, opening, keys.of(one.getValue().subject()));
        }
      }
      byte[] bytes =
          Format.bytes(
              new EntryDraft(
                  line.event(),
                  nonce,
                  clock.instant(),
                  line.actor(),
                  line.seq(),
                  last.getOrDefault(chain, book.stored(chain).last()),
                  set,
                  book.request(),
                  settings.build()));
      last.put(chain, Merkle.leaf(bytes));
      rows.entry(chain, line.seq(), bytes, nonce, line.part());
    }
    try {
      rows.insert(em.unwrap(Connection.class), Ledger.RECORDS, book.request(), keys.made());
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
