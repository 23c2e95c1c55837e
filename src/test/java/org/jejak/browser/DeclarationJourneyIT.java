package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** A civil servant declares a conflict, with the keyboard alone; the superior decides on it. */
@ExtendWith(Chromium.class)
class DeclarationJourneyIT {
  private static final String INTEREST = "CV Karya Mandiri, milik adik saya, ikut menawar.";
  private static final String REASON = "Penawar memang milik adiknya; panitia lain tersedia.";

  private final String matter = "Pengadaan aspal " + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void isFiledWithoutAMouseAndDecided() {
    String number;
    try (Browser declarant = Browser.open().as("asn")) {
      number = declare(declarant);
      assertThat(declarant.faults()).isEmpty();
    }
    try (Browser superior = Browser.open().as("atasan")) {
      decide(superior, number);
      assertThat(superior.faults()).isEmpty();
    }
    try (Browser declarant = Browser.open().phone().as("asn")) {
      declarant.go("/declarations/" + number);
      assertThat(declarant.words("#decision")).contains("Penarikan diri", REASON);
      assertThat(declarant.shows("#pause")).as("may go on as was decided").isFalse();
      assertThat(declarant.faults()).isEmpty();
    }
  }

  private String declare(Browser declarant) {
    declarant.go("/declarations").type(Keys.TAB);
    assertThat(declarant.focused()).as("the first stop of the Tab key").contains("skip");
    declarant.type(Keys.ENTER).tabTo("#new-declaration").enter();
    declarant.tabTo("input[name='declare:kind']:checked").type(Keys.ARROW_DOWN);
    declarant.tabTo("#declare\\:forward").enter();

    declarant.tabTo("#declare\\:forward").enter();
    assertThat(declarant.wrong()).as("nothing was chosen").isNotBlank();
    assertThat(declarant.focused()).as("the focus is on what is wrong").contains("box");
    declarant.tabTo("#declare\\:sources\\:0").type(" ").tabTo("#declare\\:forward").enter();

    String description = "#declare\\:each\\:0\\:description";
    declarant.tabTo(description);
    assertThat(declarant.graveFindings()).isEmpty();
    declarant.type(INTEREST).tabTo("#declare\\:forward").enter();
    declarant.tabTo("#declare\\:sworn").type(" ").tabTo("#declare\\:file").enter();
    assertThat(declarant.wrong()).as("an actual conflict names its matter").isNotBlank();
    declarant.tabTo("#declare\\:back").enter();
    assertThat(declarant.value(description)).isEqualTo(INTEREST);
    declarant.tabTo("#declare\\:each\\:0\\:matter").type(matter);
    declarant.tabTo("#declare\\:forward").enter();
    declarant.tabTo("#declare\\:file").enter();
    assertThat(declarant.words("main .slip")).containsPattern("D-[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(declarant.shows("#pause")).as("stops deciding until it is reviewed").isTrue();
    String number = declarant.path().replaceAll(".*/", "");
    declarant.tabTo("main .slip a.verify").enter();
    assertThat(declarant.words("#state")).doesNotContain(matter, INTEREST);
    return number;
  }

  private void decide(Browser superior, String number) {
    superior.go("/declarations/reviews").press("#reviews a[href*='" + number + "']");
    assertThat(superior.words("#declared")).contains(INTEREST, matter);
    superior.touch("#decide\\:conflict\\:1").select("#decide\\:control", "Penarikan diri");
    superior.write("#decide\\:until", "1 Januari 2020").write("#decide\\:reason", REASON);
    superior.press("#decide\\:submit");
    assertThat(superior.wrong()).contains("2020");
    assertThat(superior.graveFindings()).isEmpty();
    assertThat(superior.value("#decide\\:reason")).isEqualTo(REASON);
    assertThat(superior.shows("#decide\\:conflict\\:1:checked")).isTrue();
    superior.write("#decide\\:until", "31 Desember 2099").press("#decide\\:submit");
    superior.go("/declarations/reviews");
    assertThat(superior.words("main")).doesNotContain(number);
  }
}
