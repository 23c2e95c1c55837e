package org.jejak.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jejak.rules.LawBook;

/** Cases at every stage, made as the commands make them. */
final class Given {
  static final String ANI = "ANI";
  static final String BUDI = "BUDI";
  static final String PEJABAT = "PEJABAT";
  static final CaseNumber NUMBER = new CaseNumber("2026-7K3QXM");
  static final LocalDate TODAY = LocalDate.of(2026, 8, 3);
  static final Instant NOW = Instant.parse("2026-08-03T03:00:00Z");
  static final String REASON = "Terbukti dari daftar hadir dan pengakuan terperiksa.";
  static final LawBook LAW = LawBook.read(Optional.empty());

  private Given() {}

  static ActPeriod act() {
    return ActPeriod.of(
        LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 26), TODAY, LocalDate.of(1980, 1, 1));
  }

  static CaseFile openFile() {
    return new CaseFile(
        new CaseFile.Opening(
            "HANDLE",
            NUMBER,
            "Tidak masuk kerja",
            "Tidak masuk kerja 18 hari",
            CaseSource.SUPERIOR,
            null,
            act(),
            ANI,
            NOW));
  }

  static CaseFile fileUnderExamination() {
    CaseFile file = openFile();
    heard(file.assign(ANI));
    return file;
  }

  static CaseSubject subject(CaseFile file) {
    return new CaseSubject(file, 1, "ANDI", "Andi Pratama, S.E.", "Penata");
  }

  static Matter matter(CaseFile file, int no, String norm) {
    return new Matter(
        file, subject(file), no, LAW.norms().on(file.happened().day(), norm).orElseThrow());
  }

  static Matter foundMatter(CaseFile file, int no, String norm, boolean proven) {
    Matter matter = matter(file, no, norm);
    heard(matter.find(proven, TODAY, 1));
    return matter;
  }

  static Matter decidedMatter(CaseFile file, int no, String norm) {
    Matter matter = foundMatter(file, no, norm, false);
    heard(matter.decide(verdict(new Decision.NotProven())));
    return matter;
  }

  static Matter.Verdict verdict(Decision decision) {
    return new Matter.Verdict(decision, REASON, PEJABAT, TODAY, LAW.fingerprint());
  }

  /** A test that sets the scene has no use for the events on the way. */
  static void heard(CaseEvent event) {
    java.util.Objects.requireNonNull(event);
  }

  static void heard(List<? extends CaseEvent> events) {
    events.forEach(Given::heard);
  }
}
