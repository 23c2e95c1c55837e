package org.jejak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The leadership reads the figures of a year, in its own language and light, and issues them. */
@ExtendWith(Chromium.class)
class LeaderJourneyIT {
  @Test
  void readsTheFiguresAndIssuesTheReport() {
    try (Browser leader = Browser.open().as("pimpinan")) {
      leader.go("/insight").select("#period", "Tahun 2025").press("#apply");
      assertThat(leader.words(".head")).contains("2025");
      leader.await(".figure-chart canvas");
      assertThat(leader.drawn(".figure-chart canvas")).as("something is drawn").isTrue();
      leader.touch(".figures details summary");
      assertThat(leader.words(".figures details table")).isNotBlank();

      leader.touch(".person-menu summary").press(".person-menu a[href*='theme=dark']");
      assertThat(leader.shows("html[data-theme=dark]")).isTrue();
      assertThat(leader.style("body", "background-color")).isEqualTo("rgba(17, 20, 27, 1)");
      leader.press(".tongue a[lang=en]");
      assertThat(leader.words("h1")).isEqualTo("State of integrity");
      assertThat(leader.words(".head")).as("the period is kept").contains("2025");

      leader.press("#issue\\:submit");
      assertThat(leader.path()).matches("/insight/report/R-[0-9A-Z]{4}-[0-9A-Z]{4}");
      assertThat(leader.shows("#broken")).isFalse();
      leader.onPaper();
      assertThat(leader.style("header.top", "display")).isEqualTo("none");
      assertThat(leader.style("main thead th", "background-color"))
          .as("paper is light, also where the screen is dark")
          .isEqualTo("rgba(239, 238, 232, 1)");
      assertThat(leader.style("main thead th", "color")).isEqualTo("rgba(0, 0, 0, 1)");
      assertThat(leader.words("#origin")).contains("2025", "OPENED_UNIT");
      leader.picture("paper-report");
      assertThat(leader.faults()).isEmpty();
    }
  }
}
