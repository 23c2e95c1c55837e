package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jejak.declarations.DecideOnDeclaration;
import org.jejak.declarations.DeclarationAct;
import org.jejak.declarations.DeclarationKind;
import org.jejak.declarations.DeclarationNumber;
import org.jejak.declarations.Declarations;
import org.jejak.declarations.FileDeclaration;
import org.jejak.declarations.InterestNature;

/** The declarations of the demo agency: filed over three years, most of them decided in time. */
@ApplicationScoped
class Filings {
  private record Interest(
      String source, InterestNature nature, String description, String control, String reason) {}

  private static final List<Interest> INTERESTS =
      List.of(
          new Interest(
              "SRC-FAMILY",
              InterestNature.POTENTIAL,
              "Kakak kandung saya bekerja pada perusahaan penyedia alat tulis yang pernah mengikuti"
                  + " pengadaan di unit kami.",
              "CTL-RECUSE",
              "Yang bersangkutan tidak diikutkan dalam pengadaan yang diikuti perusahaan tersebut."),
          new Interest(
              "SRC-BUSINESS",
              InterestNature.POTENTIAL,
              "Istri saya memiliki usaha katering yang beberapa kali melayani rapat kantor di"
                  + " kecamatan.",
              "CTL-RECUSE",
              "Pemilihan penyedia konsumsi dilakukan pegawai lain sampai usaha itu tidak melayani"
                  + " unit."),
          new Interest(
              "SRC-SECOND-JOB",
              InterestNature.POTENTIAL,
              "Saya mengajar pada akhir pekan di perguruan tinggi swasta, dua kali sebulan, di luar"
                  + " jam kerja.",
              "CTL-OVERSIGHT",
              "Jadwal mengajar dilaporkan setiap semester dan tidak memakai waktu maupun sarana"
                  + " kantor."),
          new Interest(
              "SRC-AFFILIATION",
              InterestNature.POTENTIAL,
              "Saya menjadi bendahara yayasan yang menerima hibah dari pemerintah daerah.",
              "CTL-REASSIGN",
              "Verifikasi hibah yayasan tersebut dialihkan kepada pegawai lain."));

  /** From here on the sources and controls of PermenPANRB 17/2024 are in force. */
  private static final Instant SOURCES_KNOWN = Instant.parse("2024-11-04T00:00:00Z");

  private static final String NOTHING_REASON =
      "Tidak ditemukan kepentingan pribadi yang bersinggungan dengan tugas tahun ini.";

  @Inject Stage stage;
  @Inject FileDeclaration fileDeclaration;
  @Inject DecideOnDeclaration decide;
  @Inject Declarations declarations;

  /** Puts a yearly declaration on, and what becomes of it. */
  void yearly(Play play, Random random, Instant at, String declarant) {
    Interest interest =
        random.nextInt(10) < 3 && at.isAfter(SOURCES_KNOWN)
            ? INTERESTS.get(random.nextInt(INTERESTS.size()))
            : null;
    boolean decided = random.nextInt(12) > 0;
    Instant answer = at.plus(Duration.ofHours(20 + random.nextInt(150)));
    play.at(
        at,
        () -> {
          DeclarationAct filed =
              stage.as(
                  declarant,
                  () ->
                      fileDeclaration.run(
                          new FileDeclaration.Request(
                              DeclarationKind.YEARLY, null, stated(interest))));
          if (decided) {
            play.at(answer, () -> decide(filed.number(), declarant, interest, answer));
          }
        });
  }

  /** Puts a declaration on that waits for its reviewer. */
  void undecided(Play play, Instant at, String declarant) {
    play.at(
        at,
        () -> {
          DeclarationAct unused =
              stage.as(
                  declarant,
                  () ->
                      fileDeclaration.run(
                          new FileDeclaration.Request(
                              DeclarationKind.YEARLY, null, stated(INTERESTS.getFirst()))));
        });
  }

  private static List<FileDeclaration.Stated> stated(Interest interest) {
    return interest == null
        ? List.of()
        : List.of(
            new FileDeclaration.Stated(
                interest.source(), interest.nature(), interest.description(), null));
  }

  private void decide(
      DeclarationNumber number, String declarant, Interest interest, Instant moment) {
    var declaration = stage.as(declarant, () -> declarations.get(number));
    DeclarationAct unused =
        stage.as(
            declaration.reviewer(),
            () ->
                decide.run(
                    interest == null
                        ? new DecideOnDeclaration.Request(
                            number, declaration.version(), "CTL-NONE", null, null, NOTHING_REASON)
                        : new DecideOnDeclaration.Request(
                            number,
                            declaration.version(),
                            interest.control(),
                            null,
                            LocalDate.ofInstant(moment, java.time.ZoneOffset.UTC).plusMonths(10),
                            interest.reason())));
  }
}
