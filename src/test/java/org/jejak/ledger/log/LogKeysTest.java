package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.MlDsaKey;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {
  private static final String ORIGIN = "example.org/log/records";
  private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 3, new byte[32]);

  @TempDir Path folder;
  private LogKeys keys;

  @BeforeEach
  void make() throws IOException {
    keys = keys();
    keys.make();
    keys.open(key -> false);
  }

  private LogKeys keys() {
    return new LogKeys("records", ORIGIN, folder.resolve("records.key"), new Disk());
  }

  @Test
  void afterARotationBothSignTheNewOneFirst() throws IOException {
    VerifierKey before = keys.verifier();
    VerifierKey next = keys.makeNext();
    assertThat(keys.sign(CHECKPOINT).isSignedBy(next)).as("before its entry").isFalse();
    keys.adoptNext();
    SignedNote note = keys.sign(CHECKPOINT);
    assertThat(note.lines().get(0).id()).isEqualTo(next.id());
    assertThat(note.isSignedBy(next)).isTrue();
    assertThat(note.isSignedBy(before)).isTrue();
    assertThat(keys.published()).startsWith(next + "\n").contains(before.toString());
    assertThatThrownBy(keys::makeNext).hasMessageContaining("retire it first");
  }

  @Test
  void aRetiredKeySignsNoMoreAndWhatItSignedStaysTrue() throws IOException {
    SignedNote old = keys.sign(CHECKPOINT);
    VerifierKey before = keys.verifier();
    assertThatThrownBy(keys::retireFormer).isInstanceOf(IllegalStateException.class);
    VerifierKey unused = keys.makeNext();
    keys.adoptNext();
    keys.retireFormer();
    assertThat(keys.sign(CHECKPOINT).isSignedBy(before)).isFalse();
    assertThat(keys.signed(old)).isTrue();
    assertThat(folder.resolve("records.former.key")).doesNotExist();
    LogKeys again = keys();
    again.open(key -> false);
    assertThat(again.verifiers()).containsExactly(keys.verifier(), before);
  }

  @Test
  void aCrashBeforeTheEntryForgetsTheNewKeyAndOneAfterItTakesIt() throws IOException {
    VerifierKey before = keys.verifier();
    VerifierKey unused = keys.makeNext();
    LogKeys unrecorded = keys();
    unrecorded.open(key -> false);
    assertThat(unrecorded.verifier()).isEqualTo(before);
    assertThat(folder.resolve("records.next.key")).doesNotExist();

    VerifierKey next = keys.makeNext();
    LogKeys recorded = keys();
    recorded.open(next::equals);
    assertThat(recorded.verifiers()).containsExactly(next, before);

    // The process ended between the two renames.
    Files.move(folder.resolve("records.key"), folder.resolve("records.next.key"));
    LogKeys halfway = keys();
    halfway.open(next::equals);
    assertThat(halfway.verifiers()).containsExactly(next, before);
  }

  @Test
  void aStrangersSignatureIsNotOurs() throws IOException {
    LogKeys stranger =
        new LogKeys("records", ORIGIN, folder.resolve("other/records.key"), new Disk());
    stranger.make();
    stranger.open(key -> false);
    assertThat(keys.signed(stranger.sign(CHECKPOINT))).isFalse();
  }

  @Test
  void ed25519IsFirstAndMlDsaSecondWhereThisJavaHasIt() throws IOException {
    assertThat(keys.published().lines()).hasSize(MlDsaKey.isPossible() ? 2 : 1);
    assertThat(keys.published()).startsWith(keys.verifier() + "\n");
  }

  @Test
  void aKeyOfAnotherOriginIsRefused() {
    LogKeys other =
        new LogKeys("records", "example.org/log/x", folder.resolve("records.key"), new Disk());
    assertThatThrownBy(() -> other.open(key -> false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("signs for " + ORIGIN);
  }
}
