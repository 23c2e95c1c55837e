package org.jejak.tlog.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.MlDsaKey;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.VerifierKey;

/**
 * The signatures of one checkpoint, judged by a policy: either what was seen or what does not fit.
 */
final class Signed {
  private final Seen seen;
  private final Finding fault;

  private Signed(Seen seen, Finding fault) {
    this.seen = seen;
    this.fault = fault;
  }

  Optional<Finding> fault() {
    return Optional.ofNullable(fault);
  }

  /** Only where there is no fault. */
  Seen seen() {
    return seen;
  }

  /**
   * Judges a checkpoint that was read but not believed.
   *
   * @param note the checkpoint as it was signed
   */
  static Signed judge(SignedNote note, Checkpoint checkpoint, Policy policy) {
    List<VerifierKey> keys =
        policy.logs().stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
    if (keys.isEmpty()) {
      List<String> names = policy.logs().stream().map(VerifierKey::name).distinct().toList();
      return faulty(Finding.of(Reason.OTHER_LOG, checkpoint.origin(), String.join(", ", names)));
    }
    List<VerifierKey> claimed =
        keys.stream().filter(key -> !note.linesOf(key.name(), key.id()).isEmpty()).toList();
    if (claimed.isEmpty()) {
      return faulty(Finding.of(Reason.OTHER_KEY, checkpoint.origin(), keys.get(0).toString()));
    }
    if (!claimed.stream().allMatch(note::isSignedBy)) {
      return faulty(Finding.of(Reason.CHECKPOINT_CHANGED, checkpoint.origin()));
    }
    List<MlDsaKey> beside =
        policy.beside().stream()
            .filter(key -> key.name().equals(checkpoint.origin()) && MlDsaKey.isPossible())
            .toList();
    for (MlDsaKey key : beside) {
      if (!note.linesOf(key.name(), key.id()).stream()
          .allMatch(line -> key.verifies(checkpoint, line))) {
        return faulty(Finding.of(Reason.CHECKPOINT_CHANGED, checkpoint.origin()));
      }
    }
    List<Seen.Cosigned> cosigned = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long known = claimed.stream().mapToLong(key -> note.linesOf(key.name(), key.id()).size()).sum();
    known += beside.stream().mapToLong(key -> note.linesOf(key.name(), key.id()).size()).sum();
    for (Map.Entry<String, CosignerKey> witness : policy.witnesses().entrySet()) {
      CosignerKey key = witness.getValue();
      Optional<Instant> at;
      try {
        at = key.cosigned(note);
      } catch (IllegalArgumentException changed) {
        return faulty(Finding.of(Reason.COSIGNATURE_CHANGED, key.name()));
      }
      known += note.linesOf(key.name(), key.id()).size();
      at.ifPresent(
          time -> {
            names.add(witness.getKey());
            cosigned.add(new Seen.Cosigned(key.name(), time));
          });
    }
    return new Signed(
        new Seen(
            checkpoint,
            cosigned,
            policy.witnesses().size(),
            (int) (note.lines().size() - known),
            !cosigned.isEmpty() && policy.quorum().isMetBy(names)),
        null);
  }

  private static Signed faulty(Finding finding) {
    return new Signed(null, finding);
  }
}
