package org.jejak.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jejak.demo.Cast.Player;
import org.jejak.demo.Cast.Rung;
import org.jejak.identity.PositionLevel;
import org.jejak.identity.RecordPeople.PersonRow;
import org.jejak.identity.RecordPeople.UnitRow;
import org.jejak.identity.Regime;
import org.jejak.identity.Unit;

/**
 * Kabupaten Contoh as lists that {@code RecordPeople} takes: 40 units under the regency, 2,000
 * people, each under somebody.
 */
final class Agency {
  private static final String ROOT = "00";
  private static final int CHIEFS = 4;
  private static final List<String> STAFF_TITLES =
      List.of(
          "Pengadministrasi Perkantoran",
          "Pengelola Layanan Operasional",
          "Penelaah Teknis Kebijakan",
          "Pengolah Data dan Informasi",
          "Bendahara Pengeluaran",
          "Pengelola Barang Milik Daerah",
          "Penyusun Rencana Kegiatan",
          "Petugas Loket Pelayanan");
  private static final List<String> GRADES = List.of("II/c", "II/d", "III/a", "III/b", "III/c");

  private final Random random;
  private final Names names;
  private final List<PersonRow> people = new ArrayList<>();
  private final Map<String, String> nipByUsername = new HashMap<>();
  private final Map<String, String> unitNames = new HashMap<>();
  private String secretary;

  Agency(Random random, Names names) {
    this.random = random;
    this.names = names;
    for (Stories.UnitPlan unit : Stories.units()) {
      unitNames.put(unit.code(), unit.name());
      staff(unit);
    }
  }

  List<UnitRow> units() {
    List<UnitRow> rows = new ArrayList<>();
    rows.add(new UnitRow(ROOT, "Pemerintah Kabupaten Contoh", Unit.Kind.AGENCY, null));
    for (Stories.UnitPlan unit : Stories.units()) {
      rows.add(new UnitRow(unit.code(), unit.name(), Unit.Kind.valueOf(unit.kind()), ROOT));
    }
    return rows;
  }

  /** Everybody; a superior always stands before their subordinates. */
  List<PersonRow> people() {
    return List.copyOf(people);
  }

  String nipOf(String username) {
    return nipByUsername.get(username);
  }

  boolean isPlayer(String nip) {
    return nipByUsername.containsValue(nip);
  }

  /** Somewhere in the regency. */
  String place(Random dice) {
    List<String> places = Stories.words().get("places");
    return places.get(dice.nextInt(places.size()));
  }

  String unitName(String code) {
    return unitNames.get(code);
  }

  private void staff(Stories.UnitPlan unit) {
    String head = add(unit, Rung.HEAD, secretary, headTitle(unit), headLevel(unit), 0);
    if (secretary == null) {
      secretary = head;
    }
    List<String> chiefs = new ArrayList<>();
    for (int i = 0; i < CHIEFS; i++) {
      chiefs.add(add(unit, Rung.CHIEF, head, "Kepala Bidang", PositionLevel.ADMINISTRATOR, i));
    }
    for (int i = 0; i < unit.staff() - 1 - CHIEFS; i++) {
      String title = STAFF_TITLES.get(random.nextInt(STAFF_TITLES.size()));
      add(unit, Rung.STAFF, chiefs.get(i % CHIEFS), title, PositionLevel.PELAKSANA, i);
    }
  }

  /** Adds the person of this place, who is the player of an account where one sits there. */
  private String add(
      Stories.UnitPlan unit,
      Rung rung,
      String superior,
      String title,
      PositionLevel level,
      int place) {
    Player player = player(unit.code(), rung, place);
    boolean woman = player == null ? random.nextBoolean() : player.woman();
    Names.Invented invented =
        player == null
            ? names.person(woman, rung != Rung.STAFF)
            : new Names.Invented(player.name(), names.nip(woman, rung != Rung.STAFF));
    if (player != null) {
      nipByUsername.put(player.username(), invented.nip());
    }
    people.add(
        new PersonRow(
            invented.nip(),
            invented.name(),
            Regime.PNS,
            grade(rung),
            player == null ? title : player.title(),
            level,
            unit.code(),
            superior));
    return invented.nip();
  }

  /** The {@code place}-th player of this rung in this unit, or nobody. */
  private static Player player(String unit, Rung rung, int place) {
    return Cast.PLAYERS.stream()
        .filter(player -> player.unit().equals(unit) && player.post() == rung)
        .skip(place)
        .findFirst()
        .orElse(null);
  }

  private String grade(Rung rung) {
    return switch (rung) {
      case HEAD -> "IV/c";
      case CHIEF -> "IV/a";
      case STAFF -> GRADES.get(random.nextInt(GRADES.size()));
    };
  }

  private static PositionLevel headLevel(Stories.UnitPlan unit) {
    return unit.kind().equals(Unit.Kind.DISTRICT.name())
        ? PositionLevel.ADMINISTRATOR
        : PositionLevel.JPT_PRATAMA;
  }

  private static String headTitle(Stories.UnitPlan unit) {
    if (unit.kind().equals(Unit.Kind.DISTRICT.name())) {
      return "Camat";
    }
    return unit.name().startsWith("Rumah Sakit") ? "Direktur" : "Kepala " + unit.name();
  }
}
