package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** From a report on the board to a case that lies before the one who decides. */
@ExtendWith(Chromium.class)
class InvestigatorJourneyIT {
  private static final String ALLEGATION = "Meminta uang kepada pemohon di loket 3.";

  @Test
  void takesAReportToTheDeskOfWhoDecides() throws Exception {
    String word = Given.word();
    Given.report("Petugas loket meminta uang " + word);
    try (Browser investigator = Browser.open().as("investigator")) {
      findTheReport(investigator, word);
      String number = openTheCase(investigator);
      assign(investigator);
      edit(investigator, number);
      find(investigator);
      handIn(investigator);
      assertThat(investigator.words("#tasks")).contains("Drs. H. Suryadi Mulyadi, M.Si.");
      assertThat(investigator.faults()).isEmpty();
    }
  }

  /** The key "/" leads to the search box from everywhere. */
  private static void findTheReport(Browser investigator, String word) {
    investigator.type("/").type(word).enter();
    assertThat(investigator.words("#results mark")).isEqualTo(word);
    assertThat(investigator.path()).as("no word in the address").isEqualTo("/search");
    investigator.press("#results h3 a");
    assertThat(investigator.words("#told")).contains(word);
    investigator.press("#open");
  }

  private static String openTheCase(Browser investigator) {
    investigator.write("#open\\:title", "Pungutan di loket 3");
    investigator.write("#open\\:allegation", ALLEGATION);
    investigator.write("#open\\:from", "31 Februari 2026").press("#open\\:submit");
    assertThat(investigator.wrong()).contains("31 Februari 2026");
    assertThat(investigator.graveFindings()).isEmpty();
    assertThat(investigator.value("#open\\:title")).isEqualTo("Pungutan di loket 3");
    assertThat(investigator.value("#open\\:allegation")).isEqualTo(ALLEGATION);
    assertThat(investigator.value("#open\\:from")).isEqualTo("31 Februari 2026");

    investigator.write("#open\\:from", "1/6/2026").write("#open\\:to", "26 Juni 2026");
    investigator.write("#open\\:subject\\:0\\:name", "Rudi Hartono");
    investigator.choose("#open\\:subject\\:0\\:norms_input", "KE-06");
    investigator.press("#open\\:submit");
    assertThat(investigator.words("h1")).isEqualTo("Pungutan di loket 3");
    return investigator.path().replace("/cases/", "");
  }

  private static void assign(Browser investigator) {
    investigator.press("#next-act");
    investigator.press("#assign\\:submit");
    assertThat(investigator.wrong()).isNotBlank();
    investigator.select("#assign\\:investigator", "Dr. Sri Rahayu").press("#assign\\:submit");
  }

  /** In two tabs at once, as two people would. */
  private static void edit(Browser investigator, String number) {
    investigator.press("#add-note").write("#note\\:text", "Minta daftar hadir.");
    investigator.press("#note\\:save");
    String notes = "/cases/" + number + "/notes?note=1";
    investigator.go(notes).write("#note\\:text", "Minta daftar hadir Juni.");
    String first = investigator.tab();
    String second = investigator.newTab();
    investigator.go(notes).write("#note\\:text", "Minta daftar hadir Juli.");
    investigator.press("#note\\:save");
    investigator.toTab(first).press("#note\\:save");
    assertThat(investigator.words("#write"))
        .contains("Sri Rahayu", "lebih dulu menyimpannya", "Minta daftar hadir Juli.");
    assertThat(investigator.value("#note\\:text")).isEqualTo("Minta daftar hadir Juni.");
    investigator.press("#note\\:save");
    assertThat(investigator.words("#notes")).contains("Minta daftar hadir Juni.", "versi 3");
    investigator.toTab(second).go("/cases/" + number);
    assertThat(investigator.words(".history")).contains("Catatan dalam nomor 1 diubah, versi 3");
  }

  private static void find(Browser investigator) {
    investigator.press("#next-act").write("#finding\\:facts", "Tiga pemohon membenarkan.");
    investigator.press("#finding\\:record");
    investigator.picture("x-assign");
    assertThat(investigator.wrong()).isNotBlank();
    assertThat(investigator.value("#finding\\:facts")).isEqualTo("Tiga pemohon membenarkan.");
    investigator.touch("#finding\\:proven\\:0").press("#finding\\:record");
  }

  /** Without the mouse: the list is opened and chosen from with the keys of the keyboard. */
  private static void handIn(Browser investigator) {
    investigator.press("#next-act").press("#submit\\:send");
    assertThat(investigator.wrong()).contains("Pilih");
    investigator.tabTo("#submit\\:authority").type("Drs. H. Suryadi");
    investigator.type(Keys.TAB).enter();
  }
}
