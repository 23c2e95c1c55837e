package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jejak.demo.Stories.Story;
import org.jejak.identity.DeclareTie;
import org.jejak.identity.GrantRole;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.RecordPeople;
import org.jejak.identity.RecordPeople.PersonRow;
import org.jejak.identity.Tie;
import org.jejak.signin.MakeAccount;

/**
 * Fills the demo agency: people first, then three years of matters and declarations in the order of
 * time. The same seed tells the same story; only random names such as case numbers differ.
 */
@ApplicationScoped
class Fill {
  private static final long SEED = 20_261_101;
  private static final int CASES = 60;
  private static final int RUNNING = 22;
  private static final int OUTSIDE = 12;
  private static final int RECENT = 9;
  private static final int DECLARATIONS = 100;
  private static final int BATCH = 500;
  private static final Duration YEARS = Duration.ofDays(3 * 365);
  private static final List<String> MONTHS =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");

  @Inject DemoClock clock;
  @Inject Stage stage;
  @Inject RecordPeople recordPeople;
  @Inject GrantRole grantRole;
  @Inject DeclareTie declareTie;
  @Inject People people;
  @Inject MakeAccount makeAccount;
  @Inject Arrivals arrivals;
  @Inject Matters matters;
  @Inject Filings filings;

  private Random random;
  private Agency agency;
  private final Map<String, String> handles = new HashMap<>();

  /**
   * Tells the whole past.
   *
   * @param progress takes one line after each step
   */
  void run(Consumer<String> progress) {
    random = new Random(SEED);
    agency = new Agency(random, new Names(random, Stories.words()));
    Instant now = Instant.now(java.time.Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
    Instant begin = now.minus(YEARS);
    clock.tell(begin);
    try {
      people(progress);
      players(progress);
      Play play = new Play(clock, now);
      cases(play, begin, now);
      declarations(play, begin, now);
      play.run(over -> told(over, progress));
    } finally {
      clock.toThePresent();
    }
  }

  private static void told(int over, Consumer<String> progress) {
    if (over % 50 == 0) {
      progress.accept("%d peristiwa".formatted(over));
    }
  }

  private void people(Consumer<String> progress) {
    List<PersonRow> rows = agency.people();
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<PersonRow> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
      var units = from == 0 ? agency.units() : List.<RecordPeople.UnitRow>of();
      var outcome = stage.asDemo(() -> recordPeople.run(units, batch));
      for (int i = 0; i < batch.size(); i++) {
        handles.put(batch.get(i).nip(), outcome.people().get(i));
      }
      progress.accept("%d dari %d orang".formatted(handles.size(), rows.size()));
    }
  }

  private void players(Consumer<String> progress) {
    for (Cast.Player player : Cast.PLAYERS) {
      String handle = player(player.username());
      if (!player.roles().isEmpty()) {
        stage.asDemo(
            () -> {
              grantRole.run(handle, EnumSet.copyOf(player.roles()), "Peran dalam peragaan");
              return null;
            });
      }
      stage.asDemo(
          () -> {
            makeAccount.runDemo(handle, player.username(), Cast.PASSWORD);
            return null;
          });
      progress.accept("akun " + player.username());
    }
  }

  private void cases(Play play, Instant begin, Instant now) {
    Stories stories = new Stories();
    var desks =
        List.of(
            new Matters.Desk(player("investigator"), player("pejabat")),
            new Matters.Desk(player("investigator2"), player("pejabat")));
    List<PersonRow> accused = new ArrayList<>(agency.people());
    accused.removeIf(row -> List.of("01", "03", "04", "22").contains(row.unit()));
    accused.removeIf(row -> agency.isPlayer(row.nip()));
    for (int i = 0; i < CASES; i++) {
      PersonRow row = accused.remove(random.nextInt(accused.size()));
      Instant at =
          i < CASES - RUNNING ? moment(begin, now, i, CASES) : running(now, i - CASES + RUNNING);
      Story story = stories.draw(random).told(slots(row, at));
      var about = new Matters.About(handles.get(row.nip()), unit(row));
      var desk = desks.get(random.nextInt(desks.size()));
      if (i == CASES - 12) {
        desk = desks.get(0);
        kin(about.person());
      }
      if (i % 3 == 0) {
        matters.found(play, random, at, story, about, desk);
      } else {
        arrivals.report(play, random, at, story, row, about, desk);
      }
    }
    noCases(play, begin, now, stories, accused);
  }

  private void noCases(
      Play play, Instant begin, Instant now, Stories stories, List<PersonRow> accused) {
    for (int i = 0; i < OUTSIDE + RECENT; i++) {
      PersonRow row = accused.remove(random.nextInt(accused.size()));
      Instant at =
          i < OUTSIDE
              ? moment(begin, now, i, OUTSIDE)
              : now.minus(Duration.ofHours(6 + random.nextInt(9 * 24)));
      Story story = stories.draw(random).told(slots(row, at));
      if (i < OUTSIDE) {
        arrivals.outside(play, random, at, story, row, player("investigator"));
      } else {
        arrivals.recent(play, random, at, story, row, player("investigator"));
      }
    }
  }

  /** The second investigator is kin of the subject of one case, and so shut out of it. */
  private void kin(String subject) {
    stage.asDemo(
        () -> {
          declareTie.run(player("investigator2"), subject, Tie.Kind.SIBLING);
          return null;
        });
  }

  private void declarations(Play play, Instant begin, Instant now) {
    List<PersonRow> filers = new ArrayList<>(agency.people());
    filers.removeIf(row -> row.superior() == null || row.nip().equals(agency.nipOf("asn")));
    for (int i = 0; i < DECLARATIONS - 3; i++) {
      PersonRow row = filers.remove(random.nextInt(filers.size()));
      filings.yearly(play, random, moment(begin, now, i, DECLARATIONS), handles.get(row.nip()));
    }
    for (int year = 1; year <= 2; year++) {
      filings.yearly(play, random, now.minus(Duration.ofDays(365L * year + 40)), player("asn"));
    }
    PersonRow colleague = filers.stream().filter(this::answersToAtasan).findFirst().orElseThrow();
    filings.undecided(play, now.minus(Duration.ofDays(3)), handles.get(colleague.nip()));
  }

  private boolean answersToAtasan(PersonRow row) {
    return agency.nipOf("atasan").equals(row.superior());
  }

  private String player(String username) {
    return handles.get(agency.nipOf(username));
  }

  private String unit(PersonRow row) {
    Person person = stage.asDemo(() -> people.byNip(Nip.of(row.nip())).orElseThrow());
    return person.unit().handle();
  }

  /** Evenly over the years, denser towards the end, so that every stage has its cases. */
  private Instant moment(Instant begin, Instant now, int i, int of) {
    double share = Math.pow((i + random.nextDouble()) / of, 0.6);
    long seconds = (long) (Duration.between(begin, now).toSeconds() * share);
    Instant day = begin.plusSeconds(seconds).truncatedTo(ChronoUnit.DAYS);
    return day.plus(Duration.ofMinutes(60 + random.nextInt(8 * 60)));
  }

  /** Over the last ten weeks, so that cases of every stage run. */
  private Instant running(Instant now, int i) {
    return now.minus(Duration.ofDays(70 - 3L * i)).minus(Duration.ofMinutes(random.nextInt(600)));
  }

  private Map<String, String> slots(PersonRow row, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(20);
    return Map.of(
        "terlapor", row.name(),
        "unit", agency.unitName(row.unit()),
        "bulan", MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear(),
        "hari", String.valueOf(5 + random.nextInt(5)),
        "uang", (1 + random.nextInt(9)) * 50 + ".000",
        "tempat", agency.place(random));
  }
}
