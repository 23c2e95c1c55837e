package org.jejak.tlog.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SampleLog;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/verify} as a person calls it. */
class VerifyProgramTest {
  private static final int SIZE = 300;
  private static final SampleLog LOG = new SampleLog(SIZE);
  private static final SigningKey WITNESS = SigningKey.generate("witness.example");

  @TempDir Path folder;
  private Path receipt;
  private Path home;
  private String said;

  @BeforeEach
  void write() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    receipt = folder.resolve("mine.tlog-proof");
    SignedNote.Line line =
        CosignerKey.cosign(LOG.checkpoint(SIZE).text(), Instant.EPOCH.plusSeconds(1), WITNESS);
    Files.writeString(receipt, LOG.receipt(7, SIZE, LOG.note(SIZE).with(List.of(line))).toString());
  }

  private int run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream caught = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      return VerifyProgram.run(arguments, home);
    } finally {
      System.setOut(out);
      System.setErr(err);
      said = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private String key() {
    return LOG.verifier().toString();
  }

  @Test
  void aReceiptIsJudgedWithTheKeysThatAreNamed() {
    assertThat(run(receipt.toString(), "--key", key(), "--language", "en")).isZero();
    assertThat(said).startsWith("GENUINE, NOT WITNESSED\n").contains("thing.painted");
    String witness = CosignerKey.of(WITNESS.verifier()).toString();
    assertThat(run(receipt.toString(), "--key", key(), "--witness", witness)).isZero();
    assertThat(
            run(
                receipt.toString(),
                "--key",
                key(),
                "--witness",
                witness,
                "--quorum",
                "1",
                "--language",
                "id"))
        .isZero();
    assertThat(said).startsWith("ASLI DAN DISAKSIKAN\n").contains("1970-01-01T00:00:01Z");
    String other = SigningKey.generate(SampleLog.ORIGIN).verifier().toString();
    assertThat(run(receipt.toString(), "--key", other)).isEqualTo(1);
  }

  @Test
  void tooFewWitnessesAreNotEnoughForWhoAsksForThem() throws IOException {
    String stranger = CosignerKey.of(SigningKey.generate("other.example").verifier()).toString();
    assertThat(
            run(
                receipt.toString(),
                "--key",
                key(),
                "--witness",
                stranger,
                "--quorum",
                "1",
                "--language",
                "en"))
        .isEqualTo(1);
    assertThat(said).contains("asks for more witnesses");
    Path policy = folder.resolve("policy");
    Files.writeString(policy, "log %s\nwitness w %s\nquorum w\n".formatted(key(), stranger));
    assertThat(run(receipt.toString(), "--policy", policy.toString())).isEqualTo(1);
  }

  @Test
  void withoutAKeyTheOneBesideItOrOfThisInstallationIsUsedAndNamed() throws IOException {
    assertThat(run(receipt.toString())).isEqualTo(2);
    assertThat(said).contains("--key");
    Path keys = home.resolve("data/publication/records/keys");
    Files.createDirectories(keys.getParent());
    Files.writeString(keys, key() + "\n");
    assertThat(run(receipt.toString(), "--language", "en")).isZero();
    assertThat(said).contains("from " + keys);
  }

  @Test
  void aCopiedLogIsJudgedWithTheKeyBesideIt() throws IOException {
    Path log = folder.resolve("publication/records");
    LOG.publish(log);
    Files.writeString(log.resolveSibling("keys"), key() + "\nother+12345678+/wAA\n");
    assertThat(run(log.toString(), "--language", "en")).as(said).isZero();
    assertThat(said).contains("Each of the 300 entries fits");
    Path known = folder.resolve("kept");
    Files.writeString(known, new SampleLog(100, "forked ", LOG.key()).note(100).toString());
    assertThat(run(log.toString(), "--known", known.toString(), "--language", "en")).isEqualTo(1);
    assertThat(said).startsWith("DIVERGED");
  }

  @Test
  void aGigabyteIsRefusedUnreadInOneSentence() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1_000_000_000L);
    }
    long began = System.nanoTime();
    assertThat(run(large.toString(), "--key", key(), "--language", "en")).isEqualTo(1);
    assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    assertThat(said).contains("It has 1,000,000,000 bytes").contains("not read");
  }

  @Test
  void whatMakesNoSenseIsToldAndEndsWithTwo() {
    for (String[] wrong :
        new String[][] {
          {},
          {"nowhere"},
          {receipt.toString(), "--key"},
          {receipt.toString(), "--key", "not+a+key"},
          {receipt.toString(), "--quorum", "1"},
          {receipt.toString(), "--what"},
          {receipt.toString(), "--policy", receipt.toString()},
          {receipt.toString(), receipt.toString()}
        }) {
      assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
      assertThat(said.lines()).as(said).hasSize(1);
    }
    assertThat(run("--help")).isZero();
    assertThat(said).startsWith("scripts/verify PATH|URL");
  }
}
