package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final PasswordHasher hasher = new PasswordHasher(new byte[32]);

  @Test
  void storesAPhcStringWithTheCostsInIt() {
    assertThat(hasher.hash("kuda hijau sekali lagi"))
        .matches("\\$argon2id\\$v=19\\$m=47104,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void knowsTheRightPasswordOnly() {
    String stored = hasher.hash("kuda hijau sekali lagi");
    assertThat(hasher.matches("kuda hijau sekali lagi", stored)).isTrue();
    assertThat(hasher.matches("kuda hijau sekali lagj", stored)).isFalse();
    assertThat(hasher.matches("", stored)).isFalse();
  }

  @Test
  void twoOfTheSameAreStoredDifferently() {
    assertThat(hasher.hash("kuda hijau sekali lagi"))
        .isNotEqualTo(hasher.hash("kuda hijau sekali lagi"));
  }

  @Test
  void withoutThePepperTheStoredHashIsWorthNothing() {
    byte[] other = new byte[32];
    other[0] = 1;
    String stored = hasher.hash("kuda hijau sekali lagi");
    assertThat(new PasswordHasher(other).matches("kuda hijau sekali lagi", stored)).isFalse();
  }

  @Test
  void nobodysPasswordFits() {
    assertThat(hasher.matches("nobody", null)).isFalse();
  }

  @Test
  void anAccentIsTheSameHoweverTheKeyboardComposesIt() {
    String stored = hasher.hash("caf\u00E9 caf\u00E9 caf\u00E9");
    assertThat(hasher.matches("cafe\u0301 cafe\u0301 cafe\u0301", stored)).isTrue();
  }

  @Test
  void aNameInTheThrottleCannotBeReadBack() {
    assertThat(hasher.keyed("tries", "budi"))
        .hasSize(64)
        .isEqualTo(hasher.keyed("tries", "budi"))
        .isNotEqualTo(hasher.keyed("other", "budi"))
        .isNotEqualTo(hasher.keyed("tries", "budj"));
  }
}
