package org.jejak.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
  private static String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder();
    for (Snippet.Part part : snippet.parts()) {
      text.append(part.marked() ? "‹" + part.text() + "›" : part.text());
    }
    return text.toString();
  }

  @Test
  void marksTheWordsInTheFormsTheyHaveInTheText() {
    Snippet snippet =
        Snippet.of(AskedWords.of("pungut loket"), List.of("Petugas memungut uang di loket tiga."));
    assertThat(marked(snippet)).isEqualTo("Petugas ‹memungut› uang di ‹loket› tiga.");
  }

  @Test
  void marksBeginnings() {
    Snippet snippet = Snippet.of(AskedWords.of("perizin*"), List.of("Dinas Perizinan Contoh"));
    assertThat(marked(snippet)).isEqualTo("Dinas ‹Perizinan› Contoh");
  }

  @Test
  void markupStaysText() {
    String hostile = "<b>loket</b><script>alert('loket')</script>";
    Snippet snippet = Snippet.of(AskedWords.of("loket"), List.of(hostile));
    assertThat(snippet.plain()).isEqualTo(hostile);
    assertThat(snippet.parts()).filteredOn(Snippet.Part::marked).hasSize(2);
  }

  @Test
  void aLongTextIsCutAroundTheBestPlace() {
    String text =
        "kata pembuka ".repeat(200) + "suap proyek jembatan " + "kata penutup ".repeat(200);
    Snippet snippet = Snippet.of(AskedWords.of("suap jembatan"), List.of(text));
    assertThat(snippet.plain().length()).isLessThan(260);
    assertThat(marked(snippet))
        .startsWith("… ")
        .contains("‹suap› proyek ‹jembatan›")
        .endsWith(" …");
  }

  @Test
  void noWordIsCut() {
    String text = "Cari pemohon lain pada tanggal yang sama dan minta rekaman kamera loket tiga.";
    Snippet snippet = Snippet.of(AskedWords.of("kamera"), List.of(text));
    assertThat(marked(snippet)).startsWith("Cari pemohon");
  }

  @Test
  void theTextThatSaysMostIsChosen() {
    Snippet snippet =
        Snippet.of(AskedWords.of("suap proyek"), List.of("suap saja", "suap untuk proyek"));
    assertThat(snippet.plain()).isEqualTo("suap untuk proyek");
  }

  @Test
  void withoutAMarkTheBeginningIsShown() {
    Snippet snippet = Snippet.of(AskedWords.of("2026-7K3QXM"), List.of("Awal cerita."));
    assertThat(marked(snippet)).isEqualTo("Awal cerita.");
    assertThat(Snippet.of(AskedWords.of("apapun"), List.of()).parts()).isEmpty();
  }
}
