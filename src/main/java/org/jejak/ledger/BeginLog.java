package org.jejak.ledger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.IOException;
import java.util.List;
import org.jejak.base.Command;
import org.jejak.ledger.log.Log;
import org.jejak.ledger.seal.Vault;
import org.jejak.tlog.VerifierKey;

/**
 * Opens a log's key. A log of which there is nothing yet begins with that: its head is made, and an
 * entry in {@code records}, its own entry 0 if it is that log, names its origin and its key.
 */
@Command
public class BeginLog {
  private static final String ROTATED = "log.key-rotated/1";
  private static final int NEWEST = 100;

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject LedgerSettings settings;
  @Inject Vault vault;

  /**
   * @throws IOException when the key cannot be read; nothing was written then
   */
  public void run(Log log) throws IOException {
    boolean records = log.name().equals(Ledger.RECORDS);
    boolean begun = records ? ledger.count(Subject.SYSTEM.handle()) > 0 : hasHead(log.name());
    log.open(begun, key -> isIntroduced(log, key));
    if (records) {
      vault.open();
    }
    if (begun) {
      return;
    }
    LogBegun event =
        new LogBegun(
            Subject.SYSTEM,
            log.name(),
            log.origin(),
            settings.isDemo(),
            log.keys().verifier().toString());
    if (records) {
      ledger.begin(event);
    } else {
      int rows =
          em.createNativeQuery("insert into ledger_head (log) values (?1)")
              .setParameter(1, log.name())
              .executeUpdate();
      if (rows != 1) {
        throw new IllegalStateException("the head of " + log.name() + " was not made");
      }
      ledger.append(event);
    }
  }

  /** All logs that were begun and have not been ended. */
  public List<String> begun() {
    return names(
        em.createNativeQuery(
            "select h.log from ledger_head h where not exists (select 1 from access_end e"
                + " where e.log = h.log and e.state = 'ENDED') order by h.log"));
  }

  /** Whether the entry that names a new key is committed; it is among the newest, if at all. */
  private boolean isIntroduced(Log log, VerifierKey key) {
    return ledger.newest(Subject.SYSTEM.handle(), Long.MAX_VALUE, NEWEST).stream()
        .filter(entry -> entry.act().equals(ROTATED))
        .anyMatch(
            entry ->
                entry.data().getString("log").equals(log.name())
                    && entry.data().getString("key").equals(key.toString()));
  }

  private boolean hasHead(String log) {
    return !names(
            em.createNativeQuery("select log from ledger_head where log = ?1").setParameter(1, log))
        .isEmpty();
  }

  private static List<String> names(Query query) {
    List<?> names = query.getResultList();
    return names.stream().map(String.class::cast).toList();
  }
}
