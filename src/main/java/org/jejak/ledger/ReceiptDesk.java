package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jejak.ledger.witness.WitnessSettings;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.verify.Finding;
import org.jejak.tlog.verify.Policy;
import org.jejak.tlog.verify.Reason;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.tlog.verify.Seen;

/**
 * Judges receipts that people bring back: as anybody can offline, and against the log as it is now,
 * which nobody else can. A receipt that is well signed and does not fit our log accuses us.
 */
@ApplicationScoped
public class ReceiptDesk {
  @Inject Logs logs;
  @Inject LogHistory history;
  @Inject WitnessSettings witnesses;

  /** Judges the bytes of a receipt. */
  public ReceiptCheck.Result judge(byte[] receipt) {
    Policy policy = policy();
    ReceiptCheck.Result alone = new ReceiptCheck(policy, List.of()).judge(receipt);
    if (!alone.finding().verdict().isGenuine()) {
      return alone;
    }
    Seen seen = alone.finding().seen().orElseThrow();
    Optional<Checkpoint> now = history.at(seen.checkpoint().size());
    return now.map(ours -> new ReceiptCheck(policy, List.of(ours)).judge(receipt))
        .orElseGet(
            () ->
                new ReceiptCheck.Result(
                    Finding.of(Reason.LOST_ENTRIES, seen.checkpoint().size()).seenAs(seen),
                    alone.proof()));
  }

  private Policy policy() {
    Policy keys = Policy.ofKeys(logs.records().keys().published());
    List<WitnessSettings.Witness> set = witnesses.witnesses();
    return set.isEmpty()
        ? keys
        : Policy.of(
                List.of(),
                set.stream().map(WitnessSettings.Witness::key).toList(),
                witnesses.quorum())
            .and(keys);
  }
}
