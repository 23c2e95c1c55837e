package org.jejak.tlog.verify;

import java.time.Instant;
import java.util.List;
import org.jejak.tlog.Checkpoint;

/**
 * A checkpoint that a trusted key has signed.
 *
 * @param cosigned by which trusted witnesses, in the order of the policy
 * @param trusted how many witnesses there are to trust
 * @param strangers how many further lines there are, of keys that nobody here knows; they prove
 *     nothing and are ignored
 * @param quorum whether the cosignatures are as many as the policy asks for, and at least one
 */
public record Seen(
    Checkpoint checkpoint, List<Cosigned> cosigned, int trusted, int strangers, boolean quorum) {
  public Seen {
    cosigned = List.copyOf(cosigned);
  }

  /** One witness and when it says that it saw the checkpoint. */
  public record Cosigned(String witness, Instant at) {}
}
