package org.jejak.web.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jejak.base.AgencySettings;
import org.jejak.web.HomeSection;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /home.xhtml}. */
@Named("homePage")
@RequestScoped
public class HomePage {
  private static final int DAYS_AHEAD = 7;

  @Inject @Any Instance<HomeSection> features;
  @Inject Words words;
  @Inject Shell shell;
  @Inject Clock clock;
  @Inject AgencySettings agency;

  private final List<Part> parts = new ArrayList<>();
  private List<HomeSection.Row> late = List.of();
  private List<HomeSection.Row> soon = List.of();

  /** A feature's section with the rows it has now; what is due stands further up already. */
  public record Part(
      String id,
      String title,
      List<HomeSection.Row> rows,
      String whenEmpty,
      HomeSection.Link more,
      boolean listed) {}

  @PostConstruct
  void collect() {
    LocalDate ahead = now().toLocalDate().plusDays(DAYS_AHEAD);
    List<HomeSection.Row> due = new ArrayList<>();
    for (HomeSection feature : sections()) {
      List<HomeSection.Row> rows = feature.rows();
      List<HomeSection.Row> below = new ArrayList<>();
      for (HomeSection.Row row : rows) {
        boolean urgent = feature.isToDo() && row.due() != null && !row.due().day().isAfter(ahead);
        (urgent ? due : below).add(row);
      }
      parts.add(
          new Part(
              feature.id(),
              words.of(feature.titleKey()),
              below,
              words.of(rows.isEmpty() ? feature.emptyKey() : "home.above"),
              feature.more(),
              !below.isEmpty()));
    }
    due.sort(Comparator.comparing((HomeSection.Row row) -> row.due().day()));
    late = due.stream().filter(row -> row.due().isLate()).toList();
    soon = due.stream().filter(Predicate.not(row -> row.due().isLate())).toList();
  }

  private List<HomeSection> sections() {
    return features.stream()
        .filter(HomeSection::isShown)
        .sorted(Comparator.comparingInt(HomeSection::order))
        .toList();
  }

  /** "Selamat pagi, Sri." and what is pressing, in one sentence. */
  public String getGreeting() {
    int hour = now().getHour();
    String time = hour < 11 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : "evening";
    return words.of("home.greeting." + time, shell.getFirstName());
  }

  public String getSummary() {
    if (late.isEmpty() && soon.isEmpty()) {
      return words.of("home.summary.none");
    }
    return words.of("home.summary", late.size(), soon.size());
  }

  public List<HomeSection.Row> getLate() {
    return late;
  }

  public List<HomeSection.Row> getSoon() {
    return soon;
  }

  public List<Part> getParts() {
    return parts;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(agency.zone());
  }
}
