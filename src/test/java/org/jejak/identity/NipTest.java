package org.jejak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NipTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "198002152005012003",
        "19800215 200501 2 003",
        " 19800215.200501.2.003 ",
        "19800215\u00A0200501\u00A02\u00A0003",
        "19800215-200501-2-003"
      })
  void spacesAndMarksBetweenTheDigitsDoNotCount(String typed) {
    assertThat(Nip.of(typed).value()).isEqualTo("198002152005012003");
  }

  @Test
  void isShownInItsFourParts() {
    assertThat(Nip.of("198002152005012003").spaced()).isEqualTo("19800215 200501 2 003");
  }

  @Test
  void beginsWithTheBirthDate() {
    assertThat(Nip.of("198002152005012003").born()).isEqualTo(LocalDate.of(1980, 2, 15));
  }

  @Test
  void aContractHasItsNumberInPlaceOfTheMonth() {
    assertThat(Nip.of("199001012022211004").value()).hasSize(18);
  }

  @ParameterizedTest
  @CsvSource({
    "'', nip.digits",
    "19800215200501200, nip.digits",
    "1980021520050120033, nip.digits",
    "19800215200501200x, nip.digits",
    "198002302005012003, nip.birth",
    "198013152005012003, nip.birth",
    "192912312005012003, nip.birth",
    "198002152005002003, nip.appointment",
    "198002152005132003, nip.appointment",
    "198002152005202003, nip.appointment",
    "198002152005302003, nip.appointment",
    "198002151995012003, nip.age",
    "198002152041012003, nip.age",
    "198002152005010003, nip.sex",
    "198002152005013003, nip.sex",
    "198002152005012000, nip.serial"
  })
  void saysWhatCannotBe(String typed, String key) {
    assertThatThrownBy(() -> Nip.of(typed))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
  }

  @Test
  void nothingTypedIsNoNip() {
    assertThatThrownBy(() -> Nip.of(null)).isInstanceOf(Refusal.class);
  }

  @Test
  void theYoungestAreSixteenInTheYearOfAppointment() {
    assertThat(Nip.of("198002151996012003").value()).startsWith("1980");
  }

  @Test
  void nobodyIsAppointedInTheFuture() {
    Nip nip = Nip.of("200002152026112003");
    assertThat(nip.knownOn(LocalDate.of(2026, 11, 1))).isEqualTo(nip);
    assertThatThrownBy(() -> nip.knownOn(LocalDate.of(2026, 10, 31)))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo("nip.future"));
  }
}
