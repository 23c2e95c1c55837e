package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void has256BitsAndNeverComesTwice() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String secret = Secret.random();
      assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
      assertThat(seen.add(secret)).isTrue();
    }
  }

  @Test
  void onlyTheSecretItselfFitsItsHash() {
    String secret = Secret.random();
    assertThat(Secret.hash(secret)).hasSize(64).doesNotContain(secret);
    assertThat(Secret.matches(secret, Secret.hash(secret))).isTrue();
    assertThat(Secret.matches(Secret.random(), Secret.hash(secret))).isFalse();
    assertThat(Secret.matches("", Secret.hash(secret))).isFalse();
  }
}
