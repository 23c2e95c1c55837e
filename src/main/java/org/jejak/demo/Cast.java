package org.jejak.demo;

import java.util.List;
import org.jejak.identity.Role;

/** The people behind the demo's accounts: who they are, where they sit, and what they may do. */
final class Cast {
  /** The one password of every demo account; refused outside demo mode. */
  static final String PASSWORD = "jejak-demo";

  /**
   * One demo account.
   *
   * @param post the rung of the unit's ladder on which the person stands
   */
  record Player(
      String username,
      String name,
      boolean woman,
      String unit,
      Rung post,
      String title,
      List<Role> roles) {}

  /** The rungs of a unit, each reporting to the one above. */
  enum Rung {
    HEAD,
    CHIEF,
    STAFF
  }

  static final List<Player> PLAYERS =
      List.of(
          new Player(
              "pejabat",
              "Drs. H. Suryadi Mulyadi, M.Si.",
              false,
              "01",
              Rung.HEAD,
              "Sekretaris Daerah",
              List.of(Role.AUTHORITY)),
          new Player(
              "pimpinan",
              "Dr. Endang Kusuma, S.H., M.H.",
              true,
              "03",
              Rung.HEAD,
              "Inspektur Daerah",
              List.of(Role.LEADERSHIP)),
          new Player(
              "ketua-tim",
              "Hasan Basri, S.H., M.H.",
              false,
              "03",
              Rung.CHIEF,
              "Inspektur Pembantu Khusus",
              List.of(Role.EXAMINER)),
          new Player(
              "investigator",
              "Dr. Sri Rahayu, S.H., M.H.",
              true,
              "03",
              Rung.STAFF,
              "Auditor Ahli Muda",
              List.of(Role.INVESTIGATOR)),
          new Player(
              "investigator2",
              "Bagus Wicaksono, S.T.",
              false,
              "03",
              Rung.STAFF,
              "Auditor Ahli Muda",
              List.of(Role.INVESTIGATOR)),
          new Player(
              "atasan",
              "Ir. Bambang Prasetyo, M.T.",
              false,
              "12",
              Rung.CHIEF,
              "Kepala Bidang Bina Marga",
              List.of()),
          new Player(
              "asn",
              "Andi Pratama, S.E.",
              false,
              "12",
              Rung.STAFF,
              "Pengelola Keuangan",
              List.of()),
          new Player(
              "pelapor",
              "Rina Lestari, S.KM.",
              true,
              "11",
              Rung.STAFF,
              "Penyuluh Kesehatan",
              List.of()),
          new Player(
              "kepegawaian",
              "Lilis Kurniasih, S.Sos., M.AP.",
              true,
              "04",
              Rung.CHIEF,
              "Kepala Bidang Pembinaan dan Disiplin",
              List.of(Role.PERSONNEL)),
          new Player(
              "auditor",
              "Wahyu Hidayat, S.E., Ak.",
              false,
              "03",
              Rung.STAFF,
              "Auditor Ahli Madya (mutu)",
              List.of(Role.AUDITOR)),
          new Player(
              "auditor2",
              "Nurul Fatimah, S.E., M.M.",
              true,
              "03",
              Rung.STAFF,
              "Auditor Ahli Madya (mutu)",
              List.of(Role.AUDITOR)),
          new Player(
              "admin",
              "Fajar Nugroho, S.Kom.",
              false,
              "22",
              Rung.STAFF,
              "Pranata Komputer",
              List.of(Role.ADMINISTRATOR)),
          new Player(
              "admin2",
              "Dewi Anggraini, S.Kom.",
              true,
              "22",
              Rung.STAFF,
              "Pranata Komputer",
              List.of(Role.ADMINISTRATOR)),
          new Player(
              "kustodian",
              "Ratna Puspita, S.H.",
              true,
              "01",
              Rung.STAFF,
              "Analis Hukum",
              List.of(Role.CUSTODIAN)),
          new Player(
              "kustodian2",
              "Teguh Santoso, S.H.",
              false,
              "01",
              Rung.STAFF,
              "Perancang Peraturan",
              List.of(Role.CUSTODIAN)),
          new Player(
              "upg",
              "Maya Siregar, S.E.",
              true,
              "03",
              Rung.STAFF,
              "Pengelola Gratifikasi",
              List.of(Role.GIFT_DESK)),
          new Player(
              "majelis",
              "Dra. Hj. Siti Nurhaliza Kusumawardhani Prawiranegara, M.Si., Ak.",
              true,
              "01",
              Rung.CHIEF,
              "Kepala Bagian Organisasi",
              List.of(Role.ETHICS_COUNCIL)));

  private Cast() {}
}
