package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jejak.base.Refusal;
import org.jejak.ledger.log.Log;
import org.jejak.tlog.VerifierKey;

/**
 * Changes the keys of {@code records}: first the entry is committed, then the files change. A crash
 * between the two is made good at the next start, by looking for the entry.
 *
 * <p>A stolen key is not rotated away: who has it can go on signing in its name.
 */
@ApplicationScoped
public class KeyRoom {
  @Inject Logs logs;
  @Inject RotateKey rotate;

  /** The keys that sign now, the newest first. */
  public List<VerifierKey> signing() {
    Log log = logs.records();
    return log.keys().former().isPresent()
        ? log.keys().verifiers().subList(0, 2)
        : List.of(log.keys().verifier());
  }

  /**
   * Makes a new key; the one before signs beside it until it is retired.
   *
   * @throws Refusal {@code ledger.key.two} while two keys sign already
   */
  public synchronized void rotate() throws IOException {
    Log log = logs.records();
    if (log.keys().former().isPresent()) {
      throw new Refusal(Refusal.Kind.RULE, "ledger.key.two", "two keys sign already");
    }
    rotate.introduce(log);
    log.keys().adoptNext();
  }

  /**
   * Ends the former key, and destroys its secret half.
   *
   * @throws Refusal {@code ledger.key.one} where only one key signs
   */
  public synchronized void retire() throws IOException {
    Log log = logs.records();
    VerifierKey former =
        log.keys()
            .former()
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.RULE, "ledger.key.one", "only one key signs"));
    rotate.retire(log, former);
    log.keys().retireFormer();
  }
}
