package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Proofs;

/** The tree of {@code records} as it was at any earlier size, from the hashes that are kept. */
@ApplicationScoped
public class LogHistory {
  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;

  /** The tree of this size, as we have it now; empty where the log is not so long. */
  public Optional<Checkpoint> at(long size) {
    if (size > ledger.size()) {
      return Optional.empty();
    }
    byte[] root = new Proofs(new QueriedTiles(em, Ledger.RECORDS), size).root();
    return Optional.of(new Checkpoint(ledger.verifierKey().name(), size, root));
  }
}
