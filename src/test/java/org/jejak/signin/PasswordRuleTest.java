package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kuda hijau sekali lagi",
        "aaaabbbbccccddddeeee",
        "tanpaangkatanpatanda",
        "密码很长很安全没有人知道的密码",
        "jendela password kursi"
      })
  void longIsEnough(String password) {
    assertThatCode(() -> PasswordRule.check(password, "budi", 14)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'', password.short",
    "tigabelashuru, password.short",
    "password123456789, password.common",
    "JEJAK-DEMO-2026!!, password.common",
    "indonesiamerdeka1945, password.common",
    "aaaaaaaaaaaaaaaaaa, password.common",
    "121212121212121212, password.common",
    "20261121202611212026, password.common",
    "sandinya budi sendiri, password.username"
  })
  void saysWhatIsWrong(String password, String key) {
    assertThatThrownBy(() -> PasswordRule.check(password, "budi", 14))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }

  @Test
  void fourteenCharactersAreTheBoundary() {
    assertThatCode(() -> PasswordRule.check("kudahijaulari!", "budi", 14))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> PasswordRule.check("kudahijaulari", "budi", 14))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void tooLongIsRefusedBeforeItCostsAnything() {
    assertThatThrownBy(() -> PasswordRule.check("kudahijau".repeat(23), "budi", 14))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.key()).isEqualTo("password.long"));
  }
}
