package org.jejak.tlog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.MlDsaKey;
import org.jejak.tlog.SampleLog;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

class LogCheckTest {
  private static final int SIZE = 600;
  private static final SampleLog LOG = new SampleLog(SIZE);

  @TempDir static Path folder;

  @BeforeAll
  static void publish() {
    LOG.publish(folder);
  }

  private static Finding judge(Checkpoint... known) {
    return judge(LOG, folder, known);
  }

  private static Finding judge(SampleLog log, Path copy, Checkpoint... known) {
    return new LogCheck(new LogFolder(copy), Policy.of(List.of(log.verifier())), List.of(known))
        .judge();
  }

  @Test
  void aWholeCopyIsGenuine() {
    Finding finding =
        judge(LOG.checkpoint(0), LOG.checkpoint(1), LOG.checkpoint(257), LOG.checkpoint(SIZE));
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.GENUINE);
    assertThat(finding.reason()).isEqualTo(Reason.LOG_FITS);
  }

  /** Byte after byte of the checkpoint, and one of each 64 of the tiles and bundles. */
  @Test
  void noByteOfAnyFileCanBeChanged() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(1 + 3 + 1 + 3);
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      int step = file.endsWith("checkpoint") ? 1 : 61;
      for (int i = 0; i < content.length; i += step) {
        byte[] changed = content.clone();
        changed[i] ^= 1;
        Files.write(file, changed);
        Finding finding = judge();
        assertThat(finding.verdict()).as("%s byte %d", file, i).isEqualTo(Verdict.INVALID);
      }
      Files.write(file, java.util.Arrays.copyOf(content, content.length - 1));
      assertThat(judge().verdict()).as("%s cut", file).isEqualTo(Verdict.INVALID);
      Files.write(file, java.util.Arrays.copyOf(content, content.length + 1));
      assertThat(judge().verdict()).as("%s longer", file).isEqualTo(Verdict.INVALID);
      Files.delete(file);
      assertThat(judge().verdict())
          .as("%s missing", file)
          .isEqualTo(file.endsWith("tile/entries/000") ? Verdict.GENUINE : Verdict.INVALID);
      Files.write(file, content);
    }
    assertThat(judge().reason()).isEqualTo(Reason.LOG_FITS);
  }

  @Test
  void whatDoesNotFitIsNamed() throws IOException {
    assertNamed("tile/0/001", 300, Reason.ENTRY_CHANGED, "tile/0/001");
    assertNamed("tile/1/000.p/2", 40, Reason.TILE_CHANGED, "tile/1/000.p/2");
    assertNamed("tile/entries/002.p/88", 30, Reason.ENTRY_CHANGED, "tile/entries/002.p/88");
  }

  private void assertNamed(String path, int at, Reason reason, String named) throws IOException {
    Path file = folder.resolve(path);
    byte[] content = Files.readAllBytes(file);
    byte[] changed = content.clone();
    changed[at] ^= 1;
    Files.write(file, changed);
    Finding finding = judge();
    Files.write(file, content);
    assertThat(finding.reason()).isEqualTo(reason);
    assertThat(finding.values()).contains(named);
  }

  @Test
  void aCopyOfTheHashesAloneIsGenuineAndSaysSo(@TempDir Path copy) throws IOException {
    LOG.publish(copy);
    try (Stream<Path> bundles = Files.walk(copy.resolve("tile/entries"))) {
      for (Path file : bundles.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(judge(LOG, copy).reason()).isEqualTo(Reason.LOG_FITS_WITHOUT_ENTRIES);
  }

  @Test
  void aLogThatContradictsAKnownCheckpointHasDiverged(@TempDir Path copy) {
    SampleLog fork = new SampleLog(300, "forked ", LOG.key());
    fork.publish(copy);
    assertThat(judge(LOG, copy).verdict()).isEqualTo(Verdict.GENUINE);
    assertThat(judge(LOG, copy, LOG.checkpoint(100)).reason()).isEqualTo(Reason.ANOTHER_BEGINNING);
    assertThat(judge(LOG, copy, fork.checkpoint(100)).verdict()).isEqualTo(Verdict.GENUINE);
    assertThat(judge(LOG, copy, LOG.checkpoint(400)).reason()).isEqualTo(Reason.SHORTER);
  }

  /** The line of the key that signs beside Ed25519 is checked too, where this Java can. */
  @Test
  @EnabledForJreRange(minVersion = 24)
  void theQuantumSafeLineOfTheCheckpointCannotBeChanged(@TempDir Path copy) throws IOException {
    LOG.publish(copy);
    MlDsaKey beside = MlDsaKey.generate(SampleLog.ORIGIN);
    SignedNote.Line line = beside.cosign(LOG.checkpoint(SIZE), Instant.ofEpochSecond(7));
    Policy policy = Policy.ofKeys(LOG.verifier() + "\n" + beside.verifier() + "\n");
    Files.writeString(copy.resolve("checkpoint"), LOG.note(SIZE).with(List.of(line)).toString());
    Finding good = new LogCheck(new LogFolder(copy), policy, List.of()).judge();
    assertThat(good.verdict()).isEqualTo(Verdict.GENUINE);
    assertThat(good.seen().orElseThrow().strangers()).isZero();

    byte[] changed = line.signature().clone();
    changed[1000] ^= 1;
    SignedNote.Line bad = new SignedNote.Line(line.name(), line.id(), changed);
    Files.writeString(copy.resolve("checkpoint"), LOG.note(SIZE).with(List.of(bad)).toString());
    assertThat(new LogCheck(new LogFolder(copy), policy, List.of()).judge().reason())
        .isEqualTo(Reason.CHECKPOINT_CHANGED);
  }

  @Test
  void aPartialTileMayHaveBecomeAFullOne(@TempDir Path copy) throws IOException {
    new SampleLog(512, "", LOG.key()).publish(copy);
    Files.writeString(copy.resolve("checkpoint"), LOG.note(400).toString());
    Files.move(
        copy.resolve("tile/1/000.p/2"),
        Files.createDirectories(copy.resolve("tile/1/000.p")).resolve("1"));
    byte[] upper = Files.readAllBytes(copy.resolve("tile/1/000.p/1"));
    Files.write(copy.resolve("tile/1/000.p/1"), java.util.Arrays.copyOf(upper, 32));
    assertThat(judge(LOG, copy).reason()).isEqualTo(Reason.LOG_FITS);
  }

  @Test
  void anotherKeyAndAnEmptyFolderAreRefused(@TempDir Path empty) {
    assertThat(judge(LOG, empty).reason()).isEqualTo(Reason.NO_CHECKPOINT);
    SampleLog stranger = new SampleLog(1, "", SigningKey.generate(SampleLog.ORIGIN));
    assertThat(judge(stranger, folder).reason()).isEqualTo(Reason.OTHER_KEY);
  }
}
