package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody without an account, without script, and with a mistake or two on the way. */
@ExtendWith(Chromium.class)
class ReporterJourneyIT {
  private static final String STORY = "Petugas loket 3 meminta uang sebelum melayani.";

  @Test
  void reportsAndComesBackWithTheCode() {
    try (Browser reporter = Browser.withoutScript()) {
      String code = report(reporter);
      comeBack(reporter, code);
      assertThat(reporter.faults()).isEmpty();
    }
  }

  private static String report(Browser reporter) {
    reporter.go("/").press("main a[href^='/report']");
    reporter.write("#day", "31").select("#month", "Februari").write("#year", "2026");
    reporter.write("#place", "Loket 3").press("#next");
    assertThat(reporter.wrong()).contains("Ceritakan apa yang terjadi", "tidak ada dalam kalender");
    assertThat(reporter.value("#place")).as("what was typed is kept").isEqualTo("Loket 3");
    assertThat(reporter.value("#day")).isEqualTo("31");
    assertThat(reporter.title()).startsWith("Kesalahan: ");

    reporter.write("#allegation", STORY).write("#day", "15").press("#next");
    reporter.write("#name0", "Petugas berkacamata").write("#nip0", "12345").press("#next");
    assertThat(reporter.wrong()).contains("18");
    assertThat(reporter.value("#nip0")).isEqualTo("12345");
    reporter.write("#nip0", "").press("#next");
    reporter.press("#next");
    reporter.press("#next");
    assertThat(reporter.words()).contains(STORY, "Petugas berkacamata", "Loket 3");
    String code = reporter.words("#inbox-code");
    reporter.press("#send");
    assertThat(reporter.wrong()).contains("Simpan kodenya");
    assertThat(reporter.words("#inbox-code")).isEqualTo(code);
    reporter.touch("#kept").press("#send");
    assertThat(reporter.words("main .slip")).containsPattern("L-[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(reporter.words()).as("never on the slip").doesNotContain(code);
    return code;
  }

  private static void comeBack(Browser reporter, String code) {
    reporter.press("main a[href^='/inbox']");
    reporter.write("#code", code.substring(0, code.length() - 1)).press("#open");
    assertThat(reporter.wrong()).contains("tidak membuka laporan");
    reporter.write("#code", code).press("#open");
    reporter.write("#text", "Ada saksi: penjaga parkir.").press("#answer");
    assertThat(reporter.words("#sent")).isNotBlank();
    assertThat(reporter.words(".talk")).contains("Ada saksi: penjaga parkir.");
    assertThat(reporter.value("#text")).isEmpty();
  }
}
