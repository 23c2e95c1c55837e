package org.jejak.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedWordsTest {

  @Test
  void allWordsMustBeThere() throws Exception {
    try (Shelf shelf = Shelf.with("pungutan liar di loket", "loket baru dibuka")) {
      assertThat(shelf.find("loket pungutan")).containsExactly(0);
      assertThat(shelf.find("loket")).containsExactlyInAnyOrder(0, 1);
    }
  }

  @Test
  void aWordFindsItsOtherForms() throws Exception {
    try (Shelf shelf = Shelf.with("ia memungut uang", "dipungut biaya", "pungutan", "pengumuman")) {
      assertThat(shelf.find("pungut")).containsExactlyInAnyOrder(0, 1, 2);
      assertThat(shelf.find("memungut")).containsExactlyInAnyOrder(0, 1, 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "menulis, tulisan",
    "mengirim, dikirim",
    "mengambil, ambil",
    "penyuapan, suap",
    "pemeriksaan, diperiksa",
    "terperiksa, pemeriksa",
    "terlapor, laporan",
    "pelapor, melaporkan",
    "kepegawaian, pegawai",
    "perizinan, izin",
    "keputusan, memutuskan",
    "perjalanan, jalan",
    "penyalahgunaan, menyalahgunakan",
    "pengadaan, mengadakan",
    "pemotongan, memotong",
    "menerima, penerimaan",
    "penipuan, menipu",
    "memakan, dimakan",
    "kehadiran, hadir",
    "pelanggaran, melanggar",
    "gratifikasi, Gratifikasi",
    "disalahgunakan, menyalahgunakan"
  })
  void formsOfOneWordFindEachOther(String one, String other) throws Exception {
    try (Shelf shelf = Shelf.with("uraian " + one, "uraian " + other, "uraian lain")) {
      assertThat(shelf.find(one)).containsExactlyInAnyOrder(0, 1);
      assertThat(shelf.find(other)).containsExactlyInAnyOrder(0, 1);
    }
  }

  @Test
  void aDoubledWordIsTheSingleOne() throws Exception {
    try (Shelf shelf = Shelf.with("bantuan anak-anak sekolah", "bantuan anak sekolah")) {
      assertThat(shelf.find("\"anak sekolah\"")).containsExactlyInAnyOrder(0, 1);
      assertThat(shelf.find("anak-anak")).containsExactlyInAnyOrder(0, 1);
    }
  }

  @Test
  void phrasesAlternativesExclusionsAndBeginningsWork() throws Exception {
    try (Shelf shelf = Shelf.with("masuk kerja terlambat", "tidak masuk kerja", "hadiah vendor")) {
      assertThat(shelf.find("\"tidak masuk kerja\"")).containsExactly(1);
      assertThat(shelf.find("hadiah | terlambat")).containsExactlyInAnyOrder(0, 2);
      assertThat(shelf.find("kerja -terlambat")).containsExactly(1);
      assertThat(shelf.find("vend*")).containsExactly(2);
    }
  }

  @Test
  void aBeginningOfTwoLettersIsAPlainWord() throws Exception {
    try (Shelf shelf = Shelf.with("hadiah vendor")) {
      assertThat(shelf.find("ve*")).isEmpty();
      assertThat(AskedWords.of("ve*").beginnings()).isEmpty();
    }
  }

  @Test
  void aNumberIsFoundHoweverItIsGrouped() throws Exception {
    try (Shelf shelf =
        Shelf.withCodes(List.of(List.of("2026-7K3QXM"), List.of("198503122010011001")))) {
      assertThat(shelf.find("2026-7k3qxm")).containsExactly(0);
      assertThat(shelf.find("2026 - 7K3QXM")).containsExactly(0);
      assertThat(shelf.find("19850312 201001 1 001")).containsExactly(1);
      assertThat(shelf.find("198503122010011001")).containsExactly(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*abc",
        "***",
        "/.*/",
        "/(a+)+$/",
        "title:rahasia",
        "[a TO z]",
        "{* TO *}",
        "roam~2",
        "a AND",
        "((((((((((((((((((((",
        "\"\"\"",
        "\"tak tertutup",
        "- - -",
        "| | |",
        "+",
        "\\",
        "-",
        "<script>alert(1)</script>",
        "' or 1=1 --",
        "\u200b\u200b\u202e",
        "kata\u0000rahasia",
        "\ud83d",
        "yang dan di"
      })
  void hostileWordsArePlainWordsOrRefused(String typed) throws Exception {
    long before = System.nanoTime();
    try (Shelf shelf = Shelf.with("surat rahasia", "judul")) {
      try {
        Query query = AskedWords.of(typed).query();
        assertThat(kinds(query)).doesNotContain(RegexpQuery.class, FuzzyQuery.class);
        assertThat(kinds(query)).doesNotContain(WildcardQuery.class);
        assertThat(shelf.find(typed)).hasSizeLessThanOrEqualTo(2);
      } catch (Refusal refusal) {
        assertThat(refusal.key()).isEqualTo("search.empty");
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aFieldNameIsNoFieldName() throws Exception {
    try (Shelf shelf = Shelf.with("surat rahasia")) {
      assertThat(shelf.find("kind:case")).isEmpty();
      assertThat(shelf.find("handle:H0")).isEmpty();
    }
  }

  @Test
  void tooLongAndTooManyIsRefusedAtOnce() {
    String huge = "a ".repeat(50_000);
    assertThat(AskedWords.of("classes are loaded now").words()).isNotEmpty();
    long before = System.nanoTime();
    assertThatThrownBy(() -> AskedWords.of(huge))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.key()).isEqualTo("search.too-long"));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(50));
    assertThatThrownBy(() -> AskedWords.of("a b c d e f g h j k l m n o p q r s t u"))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.key()).isEqualTo("search.too-many"));
    assertThatThrownBy(() -> AskedWords.of(" \u200b "))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.key()).isEqualTo("search.empty"));
  }

  @Test
  void onlyStopWordsFindNothing() {
    assertThat(AskedWords.of("yang dan di").query()).isInstanceOf(MatchNoDocsQuery.class);
  }

  private static List<Class<?>> kinds(Query query) {
    return query instanceof BooleanQuery all
        ? all.clauses().stream().flatMap(clause -> kinds(clause.query()).stream()).toList()
        : List.of(query.getClass());
  }
}
