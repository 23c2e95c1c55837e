package org.jejak.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignerKeyTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_679_315_147L);
  private final SampleLog log = new SampleLog(5);
  private final SigningKey witness = SigningKey.generate("witness.example/w1");
  private final CosignerKey key = CosignerKey.of(witness.verifier());

  /** The message that tlog-cosignature spells out, signed here by hand. */
  @Test
  void theSignedMessageIsThatOfTheSpecification() {
    String body = log.checkpoint(5).text();
    SignedNote.Line line = CosignerKey.cosign(body, NOW, witness);
    byte[] bare = java.util.Arrays.copyOfRange(line.signature(), 8, 72);
    String message = "cosignature/v1\ntime 1679315147\n" + body;
    assertThat(
            witness
                .verifier()
                .verifies(message.getBytes(java.nio.charset.StandardCharsets.UTF_8), bare))
        .isTrue();
    assertThat(line.signature()).startsWith(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb);
  }

  @Test
  void aCosignedCheckpointSaysWhen() {
    SignedNote note =
        SignedNote.parse(
            log.note(5)
                .with(List.of(CosignerKey.cosign(log.checkpoint(5).text(), NOW, witness)))
                .toString());
    assertThat(key.cosigned(note)).contains(NOW);
    assertThat(note.isSignedBy(log.verifier())).isTrue();
    assertThat(key.cosigned(log.note(5))).isEmpty();
    assertThat(CosignerKey.of(SigningKey.generate("witness.example/w1").verifier()).cosigned(note))
        .isEmpty();
  }

  @Test
  void aCosignatureOfAnotherCheckpointOrTimeIsNone() {
    SignedNote.Line line = CosignerKey.cosign(log.checkpoint(4).text(), NOW, witness);
    assertThatThrownBy(() -> key.cosigned(log.note(5).with(List.of(line))))
        .hasMessage("the cosignature of witness.example/w1 does not fit");
    SignedNote.Line good = CosignerKey.cosign(log.checkpoint(5).text(), NOW, witness);
    for (int i = 0; i < good.signature().length; i++) {
      byte[] changed = good.signature().clone();
      changed[i] ^= 1;
      SignedNote spoilt =
          log.note(5).with(List.of(new SignedNote.Line(good.name(), good.id(), changed)));
      assertThatThrownBy(() -> key.cosigned(spoilt))
          .as("byte %d", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aCosignatureWithoutATimeIsNone() {
    SignedNote.Line line =
        CosignerKey.cosign(log.checkpoint(5).text(), Instant.ofEpochSecond(0), witness);
    assertThatThrownBy(() -> key.cosigned(log.note(5).with(List.of(line))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLogsOwnSignatureIsNoCosignature() {
    SignedNote.Line own = log.note(5).lines().get(0);
    CosignerKey asWitness = CosignerKey.of(log.verifier());
    assertThat(asWitness.cosigned(log.note(5))).isEmpty();
    SignedNote.Line renamed = new SignedNote.Line(own.name(), asWitness.id(), own.signature());
    assertThatThrownBy(() -> asWitness.cosigned(log.note(5).with(List.of(renamed))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theKeyIsReadAsItIsWritten() {
    assertThat(CosignerKey.parse(key.toString())).isEqualTo(key);
    String text = key.toString();
    for (String bad :
        List.of(
            "",
            witness.verifier().toString(),
            text.substring(0, text.length() - 1),
            text.replace("w1+", "w2+"))) {
      assertThatThrownBy(() -> CosignerKey.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
