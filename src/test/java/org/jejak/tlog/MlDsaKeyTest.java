package org.jejak.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlDsaKeyTest {
  private static final String NAME = "example.com/log/records";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Checkpoint CHECKPOINT = new Checkpoint(NAME, 7, new byte[32]);

  @TempDir Path folder;

  @BeforeEach
  void thisJavaCan() {
    assumeTrue(MlDsaKey.isPossible(), "ML-DSA needs Java 24");
  }

  @Test
  void aCosignatureIsOfTypeSixAndCarriesItsTime() {
    MlDsaKey key = MlDsaKey.generate(NAME);
    SignedNote.Line line = key.cosign(CHECKPOINT, NOW);
    assertThat(line.signature()).hasSize(8 + 2420);
    assertThat(ByteBuffer.wrap(line.signature()).getLong()).isEqualTo(NOW.getEpochSecond());
    assertThat(key.verifies(CHECKPOINT, line)).isTrue();
    byte[] typed = Base64.getDecoder().decode(key.verifier().split("\\+", 3)[2]);
    assertThat(typed).hasSize(1 + 1312).startsWith(6);
    byte[] hashed =
        ByteBuffer.allocate(NAME.length() + 1 + typed.length)
            .put(NAME.getBytes(StandardCharsets.UTF_8))
            .put((byte) '\n')
            .put(typed)
            .array();
    assertThat(line.id()).isEqualTo(ByteBuffer.wrap(Merkle.sha256(hashed)).getInt());
    assertThat(key.verifier()).startsWith("%s+%08x+".formatted(NAME, line.id()));
  }

  @Test
  void anotherSizeRootOriginTimeOrKeyIsNotWhatItSigned() {
    MlDsaKey key = MlDsaKey.generate(NAME);
    SignedNote.Line line = key.cosign(CHECKPOINT, NOW);
    byte[] root = new byte[32];
    root[5] = 1;
    assertThat(key.verifies(new Checkpoint(NAME, 8, new byte[32]), line)).isFalse();
    assertThat(key.verifies(new Checkpoint(NAME, 7, root), line)).isFalse();
    assertThat(key.verifies(new Checkpoint("example.com/other", 7, new byte[32]), line)).isFalse();
    byte[] later = line.signature().clone();
    later[7] ^= 1;
    assertThat(key.verifies(CHECKPOINT, new SignedNote.Line(NAME, line.id(), later))).isFalse();
    assertThat(MlDsaKey.generate(NAME).verifies(CHECKPOINT, line)).isFalse();
  }

  @Test
  void itIsReadAsItWasWrittenAndOnlyByItsOwner() throws IOException {
    MlDsaKey key = MlDsaKey.generate(NAME);
    Path file = folder.resolve("records.mldsa.key");
    key.write(file);
    MlDsaKey read = MlDsaKey.read(file);
    assertThat(read.verifier()).isEqualTo(key.verifier());
    assertThat(key.verifies(CHECKPOINT, read.cosign(CHECKPOINT, NOW))).isTrue();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> MlDsaKey.read(file)).hasMessageContaining("can be read by others");
  }

  @Test
  void theOtherLinesOfANoteStayGood() {
    SigningKey signing = SigningKey.generate(NAME);
    SignedNote.Line line = MlDsaKey.generate(NAME).cosign(CHECKPOINT, NOW);
    SignedNote note = SignedNote.parse(SignedNote.sign(CHECKPOINT.text(), signing) + "" + line);
    assertThat(note.lines()).hasSize(2);
    assertThat(note.isSignedBy(signing.verifier())).isTrue();
  }
}
