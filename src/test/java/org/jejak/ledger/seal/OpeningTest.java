package org.jejak.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private static final String FIELD = "case_file/7K3QXM0000000000/stage";
  private static final DataKey KEY =
      new DataKey("K000000000000000", "CASE", new SecretKeySpec(new byte[32], "AES"));

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The example of src/site/markdown/ledger.md, made with openssl. */
  @Test
  void theCommitmentIsExactlyThis() {
    byte[] salt = new byte[32];
    for (int i = 0; i < salt.length; i++) {
      salt[i] = (byte) i;
    }
    assertThat(Commitment.of(salt, FIELD, utf8("OPEN")))
        .isEqualTo("KXg3NbSTNE2z-uW06esaW2LS6uGierPxG6YK4lQ8MHY");
    assertThat(Commitment.of(salt, FIELD, null))
        .isEqualTo("OPL6yEb6wdJPyMTzSi6H6i0z2U1fMmikgJnUaDZHf28");
  }

  @Test
  void anEmptyFieldIsNotAnEmptyText() {
    byte[] salt = new byte[32];
    assertThat(Commitment.of(salt, FIELD, null)).isNotEqualTo(Commitment.of(salt, FIELD, utf8("")));
  }

  @Test
  void theSameValueIsCommittedToDifferentlyEachTime() {
    Set<String> commitments = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      commitments.add(Opening.of(FIELD, utf8("OPEN")).commitment());
    }
    assertThat(commitments).hasSize(1000);
  }

  @Test
  void whatIsSealedOpensForItsEntryAndFieldOnly() {
    Opening opening = Opening.of(FIELD, utf8("OPEN"));
    byte[] sealed = opening.sealed(KEY, "nonce");
    Opening read = Opening.open(KEY, "nonce", FIELD, sealed).orElseThrow();
    assertThat(read.value()).isEqualTo(utf8("OPEN"));
    assertThat(read.commitment()).isEqualTo(opening.commitment());
    assertThat(Opening.open(KEY, "other", FIELD, sealed)).isEmpty();
    assertThat(Opening.open(KEY, "nonce", FIELD + "s", sealed)).isEmpty();
    byte[] other = new byte[32];
    other[0] = 1;
    DataKey another = new DataKey(KEY.id(), KEY.subject(), new SecretKeySpec(other, "AES"));
    assertThat(Opening.open(another, "nonce", FIELD, sealed)).isEmpty();
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(Opening.open(KEY, "nonce", FIELD, changed)).as("byte %d", i).isEmpty();
      assertThat(Opening.open(KEY, "nonce", FIELD, Arrays.copyOf(sealed, i))).isEmpty();
    }
  }

  @Test
  void anEmptyFieldIsSealedToo() {
    Opening opening = Opening.of(FIELD, null);
    Opening read = Opening.open(KEY, "n", FIELD, opening.sealed(KEY, "n")).orElseThrow();
    assertThat(read.value()).isNull();
    assertThat(read.commitment()).isEqualTo(opening.commitment());
  }

  @Test
  void theSealedValueDoesNotHoldThePlainOne() {
    byte[] sealed = Opening.of(FIELD, utf8("a story of somebody")).sealed(KEY, "n");
    assertThat(HexFormat.of().formatHex(sealed))
        .doesNotContain(HexFormat.of().formatHex(utf8("story")));
  }
}
