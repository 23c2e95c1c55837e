package org.jejak.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedNoteTest {
  /** The example key and note of the Go implementation, which signed-note describes. */
  private static final String PRIVATE =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String PUBLIC =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String NOTE =
      TEXT
          + "\n\u2014 PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void aNoteOfAnotherImplementationVerifies() {
    VerifierKey key = VerifierKey.parse(PUBLIC);
    SignedNote note = SignedNote.parse(NOTE);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.isSignedBy(key)).isTrue();
    assertThat(note).hasToString(NOTE);
    assertThat(key).hasToString(PUBLIC);
  }

  @Test
  void ourSignatureIsTheSameByteForByte() {
    SigningKey key = SigningKey.parse(PRIVATE + "\n" + PUBLIC + "\n");
    assertThat(SignedNote.sign(TEXT, key)).hasToString(NOTE);
  }

  @Test
  void anotherTextIsNotSigned() {
    SignedNote note = SignedNote.parse(NOTE.replace("your problem is", "my problem is"));
    assertThat(note.isSignedBy(VerifierKey.parse(PUBLIC))).isFalse();
  }

  @Test
  void anotherKeyUnderTheSameNameHasNotSigned() {
    SigningKey other = SigningKey.generate("PeterNeumann");
    assertThat(SignedNote.parse(NOTE).isSignedBy(other.verifier())).isFalse();
  }

  @Test
  void aSecondBadSignatureOfAKnownKeySpoilsTheNote() {
    String line = NOTE.substring(NOTE.indexOf('\u2014'));
    String bad = line.replace("/ZJk", "/ZJl");
    assertThat(SignedNote.parse(NOTE + bad).isSignedBy(VerifierKey.parse(PUBLIC))).isFalse();
  }

  @Test
  void unknownSignaturesAreIgnored() {
    SignedNote other = SignedNote.sign(TEXT, SigningKey.generate("witness.example"));
    String both = NOTE + other.lines().get(0);
    assertThat(SignedNote.parse(both).isSignedBy(VerifierKey.parse(PUBLIC))).isTrue();
  }

  @Test
  void whatIsNotANoteIsRefused() {
    for (String bad :
        new String[] {
          "",
          TEXT,
          TEXT + "\n",
          NOTE.stripTrailing(),
          NOTE.replace('\u2014', '-'),
          NOTE.replace("the answer", "the\tanswer"),
          TEXT + "\n\u2014 PeterNeumann AAAA\n",
          TEXT + "\n\u2014 PeterNeumann not-base64\n"
        }) {
      assertThatThrownBy(() -> SignedNote.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aKeyOfTwoStrangersIsRefused() {
    String other = SigningKey.generate("PeterNeumann").verifier().toString();
    assertThatThrownBy(() -> SigningKey.parse(PRIVATE + "\n" + other + "\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VerifierKey.parse(PUBLIC.replace("c74f20a3", "c74f20a4")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyFileIsForItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys/log.key");
    SigningKey key = SigningKey.generate("example.org/log");
    key.write(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("r--------"));
    assertThat(SigningKey.read(file).verifier()).isEqualTo(key.verifier());
    assertThatThrownBy(() -> key.write(file))
        .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("can be read by others");
  }
}
