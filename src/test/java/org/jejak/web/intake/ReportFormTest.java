package org.jejak.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jejak.intake.IntakeKeys;
import org.jejak.intake.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFormTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  @TempDir java.nio.file.Path folder;
  private IntakeKeys keys;

  @BeforeEach
  void keys() {
    keys = TestKeys.in(folder);
  }

  @Test
  void whatWasTypedOnOtherPagesTravelsSealed() {
    ReportForm form = ReportForm.begin(NOW);
    form.take(1, Map.of("allegation", "Pungutan di loket 3", "year", "2026")::get);
    String sealed = form.seal(keys, 2);
    assertThat(sealed).doesNotContain("Pungutan").doesNotContain(form.code().shown());
    ReportForm back = ReportForm.open(keys, sealed).orElseThrow();
    assertThat(back.typed("allegation")).isEqualTo("Pungutan di loket 3");
    assertThat(back.code()).isEqualTo(form.code());
  }

  @Test
  void theFieldsOfThePageItselfAreNotSentTwice() {
    ReportForm form = ReportForm.begin(NOW);
    form.take(1, Map.of("allegation", "x".repeat(20_000))::get);
    assertThat(form.seal(keys, 1).length()).isLessThan(1_000);
    assertThat(form.seal(keys, 2).length()).isGreaterThan(20_000);
  }

  @Test
  void clearedFieldsAreForgotten() {
    ReportForm form = ReportForm.begin(NOW);
    form.take(2, Map.of("name0", "Budi", "name3", "Sari")::get);
    assertThat(form.persons()).isEqualTo(4);
    form.take(2, Map.of("name0", "Budi", "name3", "")::get);
    assertThat(form.persons()).isEqualTo(1);
  }

  @Test
  void aFormOfTwelveHoursIsOldAndCanBeRenewed() {
    ReportForm form = ReportForm.begin(NOW);
    assertThat(form.isStale(NOW.plus(Duration.ofHours(12)))).isFalse();
    Instant later = NOW.plus(Duration.ofHours(12)).plusSeconds(1);
    assertThat(form.isStale(later)).isTrue();
    form.renew(later);
    assertThat(form.isStale(later)).isFalse();
  }

  @Test
  void whatIsNotOursIsNoForm() {
    assertThat(ReportForm.open(keys, null)).isEmpty();
    assertThat(ReportForm.open(keys, "forged")).isEmpty();
    assertThat(ReportForm.open(keys, keys.sealForm("inbox", "{}"))).isEmpty();
  }
}
