package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The competent authority decides both matters of a case; then it can be closed. */
@ExtendWith(Chromium.class)
class AuthorityJourneyIT {
  private static final String REASON = "Terbukti dari keterangan tiga pemohon dan pengakuan.";

  @Test
  void decidesAndTheCaseIsClosed() throws Exception {
    String number = Given.caseToDecide();
    try (Browser authority = Browser.open().as("pejabat")) {
      assertThat(authority.words("main")).contains(number);
      authority.go("/cases/" + number).press("#next-act");
      decideTheFirst(authority, number);
      decideTheSecond(authority, number);
      assertThat(authority.faults()).isEmpty();
    }
    try (Browser investigator = Browser.open().as("investigator")) {
      close(investigator, number);
      assertThat(investigator.faults()).isEmpty();
    }
  }

  /** The number has to be typed, because nothing takes a decision back. */
  private static void decideTheFirst(Browser authority, String number) {
    authority.touch("#decision input[value*='PP94-T3']").write("#decision\\:reason", REASON);
    authority.write("#decision\\:number", "2026-000000").press("#decision\\:decide");
    assertThat(authority.wrong()).contains(number);
    assertThat(authority.graveFindings()).isEmpty();
    assertThat(authority.value("#decision\\:reason")).isEqualTo(REASON);
    assertThat(authority.shows("#decision input[value*='PP94-T3']:checked")).isTrue();
    authority.write("#decision\\:number", number).press("#decision\\:decide");
  }

  private static void decideTheSecond(Browser authority, String number) {
    authority.go("/cases/" + number).press("#next-act");
    authority.touch("#decision input[value*='ETH-1']").write("#decision\\:reason", "Terbukti.");
    authority.write("#decision\\:number", number).press("#decision\\:decide");
    assertThat(authority.wrong()).contains("20");
    authority.write("#decision\\:reason", REASON).press("#decision\\:decide");
    assertThat(authority.words("#tasks")).contains("2 dari 2");
    assertThat(authority.shows("#next-act")).as("nothing is left for the authority").isFalse();
  }

  private static void close(Browser investigator, String number) {
    investigator.go("/cases/" + number).press("#next-act");
    String reason = "Keputusan sudah disampaikan dan dijalankan.";
    investigator.write("#close\\:reason", reason).press(".tongue a[lang=en]");
    assertThat(investigator.words("h1")).isEqualTo("Close the case");
    assertThat(investigator.value("#close\\:reason")).as("what was typed").isEqualTo(reason);
    investigator.press("#close\\:submit");
    assertThat(investigator.words(".head")).contains("Closed");
    assertThat(investigator.shows("#next-act")).isFalse();
  }
}
