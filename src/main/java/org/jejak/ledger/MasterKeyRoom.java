package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jejak.ledger.seal.Rewrapping;
import org.jejak.ledger.seal.Vault;

/**
 * Changes the master key: first the entry is committed, then the file grows, then each data key is
 * wrapped anew. Whatever a crash leaves undone is finished by doing it again; until then the former
 * key opens it.
 */
@ApplicationScoped
public class MasterKeyRoom {
  private static final int PORTION = 1000;

  @Inject RotateMasterKey rotate;
  @Inject Rewrapping rewrapping;
  @Inject Vault vault;

  /** The id of the key that wraps now. */
  public String current() {
    return vault.master();
  }

  /** How many data keys the former keys still open. */
  public long left() {
    return rewrapping.left();
  }

  /**
   * Makes a new master key and wraps all data keys with it.
   *
   * @return how many were wrapped anew
   */
  public synchronized long rotate() throws IOException {
    vault.adopt(rotate.run());
    return finish();
  }

  /** Wraps with the current key what a former one still opens. */
  public synchronized long finish() {
    long wrapped = 0;
    for (int portion = rewrapping.some(PORTION); portion > 0; portion = rewrapping.some(PORTION)) {
      wrapped += portion;
    }
    return wrapped;
  }
}
