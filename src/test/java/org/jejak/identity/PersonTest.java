package org.jejak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr. Sri Rahayu, S.H., M.H. | sri rahayu",
        "Drs. H. Ahmad Fauzi, M.Si. | ahmad fauzi",
        "apt. Ni Luh Ayu | ni luh ayu",
        "M. Yusuf | m. yusuf",
        "Sukarno | sukarno",
        "Prof. Dr. Ir. Hj. Nur Aini | nur aini",
        "Dr. | dr."
      })
  void listsGoByTheNameWithoutTitles(String name, String sortable) {
    assertThat(Person.sortable(name)).isEqualTo(sortable);
  }

  @Test
  void sayingTheSameAgainIsNoChange() {
    Unit unit = new Unit("01");
    assertThat(unit.record("Inspektorat", Unit.Kind.AGENCY, null)).isPresent();
    assertThat(unit.record("Inspektorat", Unit.Kind.AGENCY, null)).isEmpty();
    Person person = new Person(Nip.of("198002152005012003"));
    assertThat(person.record(facts("Sri Rahayu, S.H.", unit))).isPresent();
    assertThat(person.record(facts("Sri Rahayu, S.H.", unit))).isEmpty();
    assertThat(person.record(facts("Sri Rahayu, S.H., M.H.", unit))).isPresent();
    assertThat(person.initials()).isEqualTo("SR");
  }

  @Test
  void whatGoesIntoTheLogHasNeitherNameNorNip() {
    Unit unit = new Unit("01");
    Person person = new Person(Nip.of("198002152005012003"));
    assertThat(person.record(facts("Sri Rahayu, S.H.", unit)).orElseThrow().toString())
        .doesNotContain("Rahayu")
        .doesNotContain("19800215");
  }

  private static Person.Facts facts(String name, Unit unit) {
    return new Person.Facts(
        name,
        Regime.PNS,
        new Grade("III/c"),
        "Auditor Muda",
        PositionLevel.JF_AHLI_MUDA,
        unit,
        null);
  }
}
