package org.jejak.tlog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.SampleLog;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.junit.jupiter.api.Test;

class ReceiptCheckTest {
  private static final int SIZE = 600;
  private static final SampleLog LOG = new SampleLog(SIZE);
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final SigningKey FIRST = SigningKey.generate("witness.example/first");
  private static final SigningKey SECOND = SigningKey.generate("witness.example/second");
  private static final Policy BOTH = policy(2);

  private static Policy policy(int least) {
    return Policy.of(
        List.of(LOG.verifier()),
        List.of(CosignerKey.of(FIRST.verifier()), CosignerKey.of(SECOND.verifier())),
        least);
  }

  private static SignedNote cosigned(int size, SigningKey... witnesses) {
    List<SignedNote.Line> lines = new ArrayList<>();
    for (SigningKey witness : witnesses) {
      lines.add(CosignerKey.cosign(LOG.checkpoint(size).text(), NOW, witness));
    }
    return LOG.note(size).with(lines);
  }

  private static Finding judge(String text) {
    return judge(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Finding judge(byte[] file) {
    return new ReceiptCheck(BOTH, List.of()).judge(file).finding();
  }

  @Test
  void aReceiptOfTheLogIsGenuineAndWitnessedWhenEnoughHaveSeenIt() {
    Finding two = judge(LOG.receipt(217, SIZE, cosigned(SIZE, FIRST, SECOND)).toString());
    assertThat(two.verdict()).isEqualTo(Verdict.WITNESSED);
    assertThat(two.seen().orElseThrow().cosigned())
        .extracting(Seen.Cosigned::witness)
        .containsExactly("witness.example/first", "witness.example/second");
    Finding one = judge(LOG.receipt(217, SIZE, cosigned(SIZE, SECOND)).toString());
    assertThat(one.verdict()).isEqualTo(Verdict.GENUINE);
    assertThat(judge(LOG.receipt(217, SIZE, LOG.note(SIZE)).toString()).verdict())
        .isEqualTo(Verdict.GENUINE);
  }

  /** Each byte of a receipt, each of its eight bits: refused, and with a reason. */
  @Test
  void noBitOfAReceiptCanBeChanged() {
    byte[] receipt = LOG.receipt(3, 7, LOG.note(7)).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(judge(receipt).verdict()).isEqualTo(Verdict.GENUINE);
    for (int i = 0; i < receipt.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = receipt.clone();
        changed[i] ^= (byte) (1 << bit);
        Finding finding = judge(changed);
        assertThat(finding.verdict().isGenuine())
            .as("byte %d bit %d: %s", i, bit, finding)
            .isFalse();
        assertThat(new Sentences(java.util.Locale.ENGLISH).reason(finding)).hasSizeGreaterThan(20);
      }
    }
  }

  /**
   * In the lines of witnesses a changed name or id makes a stranger of the witness, whom
   * signed-note tells us to ignore: then it no longer counts. Any other bit spoils the receipt.
   */
  @Test
  void noBitOfACosignatureCanBeChangedAndStillCount() {
    SignedNote note = cosigned(7, FIRST, SECOND);
    byte[] receipt = LOG.receipt(3, 7, note).toString().getBytes(StandardCharsets.UTF_8);
    int lines = LOG.receipt(3, 7, LOG.note(7)).toString().getBytes(StandardCharsets.UTF_8).length;
    for (int i = lines; i < receipt.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = receipt.clone();
        changed[i] ^= (byte) (1 << bit);
        Finding finding = judge(changed);
        assertThat(finding.verdict())
            .as("byte %d bit %d: %s", i, bit, finding)
            .isNotEqualTo(Verdict.WITNESSED);
        if (finding.verdict() == Verdict.GENUINE) {
          assertThat(finding.seen().orElseThrow().strangers()).isEqualTo(1);
        }
      }
    }
  }

  @Property(tries = 300)
  void whatIsNotThisEntryAtThisPlaceUnderThisKeyIsNamed(
      @ForAll @IntRange(min = 2, max = SIZE) int size,
      @ForAll @IntRange(min = 0, max = SIZE - 1) int any) {
    int index = any % size;
    ProofText good = LOG.receipt(index, size, LOG.note(size));
    assertThat(judge(good.toString()).verdict()).isEqualTo(Verdict.GENUINE);

    ProofText otherEntry =
        new ProofText(LOG.entry((index + 1) % size), index, good.path(), good.note());
    assertThat(judge(otherEntry.toString()).reason()).isEqualTo(Reason.NOT_IN_THE_TREE);

    ProofText otherPlace =
        new ProofText(good.entry(), (index + 1) % size, good.path(), good.note());
    assertThat(judge(otherPlace.toString()).reason())
        .isIn(Reason.NOT_IN_THE_TREE, Reason.PATH_LENGTH);

    ProofText beyond = new ProofText(good.entry(), size, good.path(), good.note());
    assertThat(judge(beyond.toString()).reason()).isEqualTo(Reason.BEYOND_THE_LOG);

    List<byte[]> longer = new ArrayList<>(good.path());
    longer.add(new byte[32]);
    assertThat(judge(new ProofText(good.entry(), index, longer, good.note()).toString()).reason())
        .isEqualTo(Reason.PATH_LENGTH);
  }

  @Test
  void aReceiptOfAnotherKeySizeOrLogIsRefused() {
    SampleLog stranger = new SampleLog(SIZE);
    assertThat(judge(stranger.receipt(5, SIZE, stranger.note(SIZE)).toString()).reason())
        .isEqualTo(Reason.OTHER_KEY);

    // Signed by a stranger who writes our key's id over it.
    SignedNote.Line forged = stranger.note(SIZE).lines().get(0);
    SignedNote claimed =
        new SignedNote(
            stranger.note(SIZE).text(),
            List.of(
                new SignedNote.Line(SampleLog.ORIGIN, LOG.verifier().id(), forged.signature())));
    assertThat(judge(stranger.receipt(5, SIZE, claimed).toString()).reason())
        .isEqualTo(Reason.CHECKPOINT_CHANGED);

    // The attacker's size under our signature.
    String text = LOG.receipt(5, SIZE, LOG.note(SIZE)).toString();
    assertThat(judge(text.replace("\n600\n", "\n599\n")).reason())
        .isEqualTo(Reason.CHECKPOINT_CHANGED);
    // A true checkpoint of another size.
    assertThat(judge(LOG.receipt(5, SIZE, LOG.note(400)).toString()).verdict())
        .isEqualTo(Verdict.INVALID);

    String other = text.replace(SampleLog.ORIGIN, "example.org/other");
    assertThat(judge(other).reason()).isEqualTo(Reason.OTHER_LOG);
  }

  @Test
  void aNodeOfferedAsALeafIsRefused() {
    byte[] node = new byte[64];
    System.arraycopy(Merkle.leaf(LOG.entry(0)), 0, node, 0, 32);
    System.arraycopy(Merkle.leaf(LOG.entry(1)), 0, node, 32, 32);
    List<byte[]> path = LOG.inclusion(0, 4);
    ProofText forged = new ProofText(node, 0, path.subList(1, 2), LOG.note(4).toString());
    assertThat(judge(forged.toString()).reason()).isEqualTo(Reason.PATH_LENGTH);
    // As if the tree had the two leaves that are its nodes.
    ProofText shallow = new ProofText(node, 0, path.subList(1, 2), LOG.note(2).toString());
    assertThat(judge(shallow.toString()).reason()).isEqualTo(Reason.NOT_IN_THE_TREE);
  }

  @Test
  void aForkSignedWithTheTrueKeyHasDiverged() {
    SampleLog fork = new SampleLog(SIZE, "forked ", LOG.key());
    String receipt = fork.receipt(9, SIZE, fork.note(SIZE)).toString();
    Checkpoint known = LOG.checkpoint(SIZE);
    Finding finding =
        new ReceiptCheck(BOTH, List.of(known))
            .judge(receipt.getBytes(StandardCharsets.UTF_8))
            .finding();
    assertThat(finding.verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(finding.reason()).isEqualTo(Reason.ANOTHER_TREE);
    assertThat(judge(receipt).verdict()).isEqualTo(Verdict.GENUINE); // without it nobody can tell
  }

  @Test
  void whatIsNoReceiptIsToldInOneSentence() {
    String good = LOG.receipt(3, 7, LOG.note(7)).toString();
    assertThat(judge("").reason()).isEqualTo(Reason.NOT_A_RECEIPT);
    assertThat(judge("hello").reason()).isEqualTo(Reason.NOT_A_RECEIPT);
    assertThat(judge(new byte[] {(byte) 0xff, 1, 2}).reason()).isEqualTo(Reason.NOT_TEXT);
    assertThat(judge(good.substring(0, good.indexOf("\n\n"))).reason())
        .isEqualTo(Reason.CHECKPOINT_UNREADABLE);
    assertThat(judge(good.stripTrailing()).reason()).isEqualTo(Reason.SIGNATURES_UNREADABLE);
    assertThat(judge(good + "\n").reason()).isEqualTo(Reason.SIGNATURES_UNREADABLE);
    assertThat(judge(good.replace("index 3", "index 03")).reason()).isEqualTo(Reason.NO_INDEX);
    assertThat(judge(good.replace("extra ", "extra")).reason()).isEqualTo(Reason.NO_ENTRY);
    assertThat(judge(new byte[ReceiptCheck.MOST_BYTES + 1]).reason()).isEqualTo(Reason.TOO_LARGE);
    for (Reason reason : Reason.values()) {
      for (String language : List.of("id", "en")) {
        String sentence =
            new Sentences(java.util.Locale.forLanguageTag(language))
                .reason(Finding.of(reason, "a", "b", "c"));
        assertThat(sentence).as("%s in %s", reason, language).endsWith(".");
      }
    }
  }

  @Test
  void thePathIsAsLongAsTheTreeIsDeepThere() {
    for (int size = 1; size <= 130; size++) {
      for (int index = 0; index < size; index++) {
        assertThat(ReceiptCheck.pathLength(index, size))
            .isEqualTo(LOG.inclusion(index, size).size());
      }
    }
  }
}
