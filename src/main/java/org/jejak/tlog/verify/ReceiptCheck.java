package org.jejak.tlog.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Malformed;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.Proofs;

/** Judges receipts: {@code tlog-proof} texts that carry their entry. */
public final class ReceiptCheck {
  /**
   * More than any receipt has: an entry of 60,000 bytes in Base64, 63 hashes, 64 signatures of
   * which some may be post-quantum.
   */
  public static final int MOST_BYTES = 512 * 1024;

  /** A receipt that was judged. */
  public record Result(Finding finding, Optional<ProofText> proof) {}

  private final Policy policy;
  private final List<Checkpoint> known;

  /**
   * @param known checkpoints that the reader believes already: a receipt whose tree has the same
   *     size and another root has diverged
   */
  public ReceiptCheck(Policy policy, List<Checkpoint> known) {
    this.policy = policy;
    this.known = List.copyOf(known);
  }

  /** Judges the bytes of a file. */
  public Result judge(byte[] file) {
    if (file.length > MOST_BYTES) {
      return unread(tooLarge(file.length));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return judge(ProofText.parse(text));
    } catch (CharacterCodingException e) {
      return unread(Finding.of(Reason.NOT_TEXT));
    } catch (Malformed e) {
      return unread(Finding.of(reason(e.part()), e.line()));
    }
  }

  /** The verdict on a file that is too large to be a receipt, and need not be read. */
  public static Finding tooLarge(long bytes) {
    return Finding.of(Reason.TOO_LARGE, bytes, (long) MOST_BYTES);
  }

  private Result judge(ProofText proof) {
    Checkpoint checkpoint = proof.checkpoint();
    Signed signed = Signed.judge(proof.signed(), checkpoint, policy);
    Finding finding = signed.fault().orElseGet(() -> place(proof, signed.seen()));
    return new Result(finding, Optional.of(proof));
  }

  private Finding place(ProofText proof, Seen seen) {
    Checkpoint checkpoint = seen.checkpoint();
    if (proof.index() >= checkpoint.size()) {
      return Finding.of(Reason.BEYOND_THE_LOG, proof.index(), checkpoint.size()).seenAs(seen);
    }
    int hashes = pathLength(proof.index(), checkpoint.size());
    if (proof.path().size() != hashes) {
      return Finding.of(Reason.PATH_LENGTH, hashes, proof.path().size()).seenAs(seen);
    }
    if (!Proofs.included(
        Merkle.leaf(proof.entry()),
        proof.index(),
        proof.path(),
        checkpoint.size(),
        checkpoint.root())) {
      return Finding.of(Reason.NOT_IN_THE_TREE, proof.index(), checkpoint.size()).seenAs(seen);
    }
    for (Checkpoint believed : known) {
      if (believed.origin().equals(checkpoint.origin())
          && believed.size() == checkpoint.size()
          && !Arrays.equals(believed.root(), checkpoint.root())) {
        return Finding.of(Reason.ANOTHER_TREE, checkpoint.size()).seenAs(seen);
      }
    }
    return Finding.good(Reason.RECEIPT_FITS, seen, proof.index(), checkpoint.size());
  }

  /**
   * How many hashes lead from this leaf to the root: one for each level at which the leaf's branch
   * has a sibling.
   */
  static int pathLength(long index, long size) {
    int length = 0;
    long last = size - 1;
    for (long at = index; last > 0; at >>= 1, last >>= 1) {
      if ((at & 1) == 1 || at < last) {
        length++;
      }
    }
    return length;
  }

  private static Result unread(Finding finding) {
    return new Result(finding, Optional.empty());
  }

  private static Reason reason(Malformed.Part part) {
    return switch (part) {
      case FIRST_LINE -> Reason.NOT_A_RECEIPT;
      case ENTRY -> Reason.NO_ENTRY;
      case INDEX -> Reason.NO_INDEX;
      case PATH -> Reason.PATH_UNREADABLE;
      case CHECKPOINT -> Reason.CHECKPOINT_UNREADABLE;
      case SIGNATURES -> Reason.SIGNATURES_UNREADABLE;
    };
  }
}
