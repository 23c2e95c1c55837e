package org.jejak.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  private static final LawBook BOOK = LawBook.read(Optional.empty());
  private static final Locale INDONESIAN = Locale.of("id");

  @Test
  void everyRowOfEveryTableHoldsFromItsFirstDayAndNotADayEarlier() {
    Stream.of(BOOK.norms().all(), BOOK.sanctions().all(), BOOK.instruments().all())
        .flatMap(rows -> rows.stream().map(row -> (Dated) row))
        .forEach(
            row -> {
              assertThat(row.holdsOn(row.validFrom())).as("%s", row).isTrue();
              assertThat(row.holdsOn(row.validFrom().minusDays(1))).as("%s", row).isFalse();
              if (!row.validTo().equals(LocalDate.MAX)) {
                assertThat(row.holdsOn(row.validTo())).as("%s", row).isTrue();
                assertThat(row.holdsOn(row.validTo().plusDays(1))).as("%s", row).isFalse();
              }
            });
  }

  @Test
  void theDisciplineRegulationChangesOnTheThirtyFirstOfAugust2021() {
    LocalDate last = LocalDate.of(2021, 8, 30);
    assertThat(codes(last)).contains("PP53-R1").noneMatch(code -> code.startsWith("PP94"));
    assertThat(codes(last.plusDays(1)))
        .contains("PP94-R1")
        .noneMatch(code -> code.startsWith("PP53"));
    assertThat(BOOK.norms().on(last, "K4f")).isEmpty();
    assertThat(BOOK.norms().on(last.plusDays(1), "K4f")).isPresent();
  }

  @Test
  void thePreviousRegulationChangesOnTheSixthOfJune2010() {
    LocalDate last = LocalDate.of(2010, 6, 5);
    assertThat(codes(last)).contains("PP30-R1").noneMatch(code -> code.startsWith("PP53"));
    assertThat(codes(last.plusDays(1)))
        .contains("PP53-R1")
        .noneMatch(code -> code.startsWith("PP30"));
  }

  @Test
  void moralSanctionsExistSinceTheEthicsRegulation() {
    LocalDate first = LocalDate.of(2004, 10, 18);
    assertThat(BOOK.sanctions().on(first.minusDays(1), Track.ETHICS)).isEmpty();
    assertThat(BOOK.sanctions().on(first, Track.ETHICS))
        .extracting(Sanction::code)
        .containsExactly("ETH-1", "ETH-2");
  }

  @Test
  void dismissalOutsideTheDisciplineRegulationIsNoDisciplineSanction() {
    assertThat(codes(LocalDate.of(2026, 1, 1))).doesNotContain("STAT-PTDH");
  }

  @Test
  void eachSuspendedKindNamesTheOneThatStandsInForIt() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    assertThat(BOOK.sanctions().on(day, Track.DISCIPLINE))
        .filteredOn(Sanction::suspended)
        .extracting(Sanction::code, sanction -> sanction.substitute().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("PP94-S1", "PP94-T1"),
            org.assertj.core.groups.Tuple.tuple("PP94-S2", "PP94-T2"),
            org.assertj.core.groups.Tuple.tuple("PP94-S3", "PP94-T3"));
    assertThat(BOOK.sanctions().on(day, "PP94-T1").orElseThrow().suspended()).isFalse();
  }

  @Test
  void theCodeOfConductHasTwelveRulesOnAllFiveFieldsAndAllSevenValues() {
    var conduct =
        BOOK.norms().on(LocalDate.of(2026, 1, 1)).stream()
            .filter(norm -> norm.track() == Track.ETHICS)
            .map(norm -> norm.place().orElseThrow())
            .toList();
    assertThat(conduct).hasSize(12);
    assertThat(conduct).extracting(Norm.Conduct::field).contains(ConductField.values());
    assertThat(conduct).extracting(Norm.Conduct::value).contains(CoreValue.values());
  }

  @Test
  void everyNormAndSanctionIsWrittenInBothLanguages() {
    assertThat(BOOK.norms().all())
        .allSatisfy(
            norm ->
                assertThat(norm.text(INDONESIAN)).isNotBlank().isNotEqualTo(norm.text(Locale.UK)));
    assertThat(BOOK.sanctions().all())
        .allSatisfy(
            row -> assertThat(row.name(INDONESIAN)).isNotBlank().isNotEqualTo(row.name(Locale.UK)))
        .allSatisfy(row -> assertThat(row.effect(INDONESIAN)).isNotEqualTo(row.effect(Locale.UK)));
  }

  @Test
  void theAgencysOwnConductReplacesOursAndChangesTheFingerprint(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("conduct.csv"), CONDUCT.formatted("2024-01-02", "state"));
    LawBook own = LawBook.read(Optional.of(folder));
    assertThat(own.norms().on(LocalDate.of(2024, 1, 2), "A-1")).isPresent();
    assertThat(own.norms().on(LocalDate.of(2024, 1, 1), "A-1")).isEmpty();
    assertThat(own.norms().named("KE-01")).isEmpty();
    assertThat(own.fingerprint()).hasSize(64).isNotEqualTo(BOOK.fingerprint());
  }

  @Test
  void anErrorInATableStopsTheStartAndNamesItsPlace(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("conduct.csv");
    Files.writeString(file, CONDUCT.formatted("2024-02-30", "state"));
    assertThatThrownBy(() -> LawBook.read(Optional.of(folder)))
        .hasMessage("rules/conduct.csv, record 1: valid_from is no day: 2024-02-30");
    Files.writeString(file, CONDUCT.formatted("2024-01-02", "moon"));
    assertThatThrownBy(() -> LawBook.read(Optional.of(folder)))
        .hasMessage("rules/conduct.csv, record 1: field does not know moon");
    Files.writeString(file, CONDUCT.formatted("2024-01-02", "state").replace("UU 20/2023", "UU 1"));
    assertThatThrownBy(() -> LawBook.read(Optional.of(folder)))
        .hasMessage("rules: UU 1 is cited, but instruments.csv does not list it");
    Files.writeString(file, CONDUCT.formatted("2024-01-02", "state,extra"));
    assertThatThrownBy(() -> LawBook.read(Optional.of(folder)))
        .hasMessage("rules/conduct.csv, record 1: has 13 cells, the head has 12");
    assertThatThrownBy(() -> LawBook.read(Optional.of(folder.resolve("nowhere"))))
        .hasMessageStartingWith("jejak.rules.folder is no folder");
  }

  @Test
  void aTimelineRefusesTwoBeginningsOnOneDayAndAnEndBeforeItsBeginning() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    assertThatThrownBy(() -> new Timeline<>(Stream.of(day, day).map(RulesTest::from).toList()))
        .hasMessage("two versions begin on 2024-01-01");
    assertThatThrownBy(() -> new Timeline<>(java.util.List.of(new Span(day, day.minusDays(1)))))
        .hasMessageContaining("before it begins");
  }

  @Test
  void aLaterVersionEndsTheEarlierOne() {
    LocalDate first = LocalDate.of(2020, 1, 1);
    LocalDate second = LocalDate.of(2022, 1, 1);
    Timeline<Span> line = new Timeline<>(Stream.of(second, first).map(RulesTest::from).toList());
    assertThat(line.on(first.minusDays(1))).isEmpty();
    assertThat(line.on(second.minusDays(1))).contains(from(first));
    assertThat(line.on(second)).contains(from(second));
  }

  private record Span(LocalDate validFrom, LocalDate validTo) implements Dated {}

  private static Span from(LocalDate day) {
    return new Span(day, LocalDate.MAX);
  }

  private static java.util.List<String> codes(LocalDate day) {
    return BOOK.sanctions().on(day, Track.DISCIPLINE).stream().map(Sanction::code).toList();
  }

  private static final String CONDUCT =
      """
      valid_from,valid_to,code,instrument,article,id_text,en_text,field,value,source,confidence,note
      %s,,A-1,UU 20/2023,Ps 4,Melayani,Serve,%s,service-oriented,own,S,
      """;
}
