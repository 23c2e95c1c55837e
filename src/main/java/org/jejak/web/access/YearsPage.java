package org.jejak.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.access.YearEnd;
import org.jejak.ledger.access.Years;
import org.jejak.web.Words;

/** Page {@code /ledger/access/years.xhtml}: the years of looks and how long each is kept. */
@Named
@RequestScoped
@Allow(Permission.END_ACCESS_YEAR)
public class YearsPage {
  @Inject Years years;
  @Inject Words words;

  private List<Years.Year> all;

  /** Newest first. */
  public List<Years.Year> getAll() {
    if (all == null) {
      all = years.all();
    }
    return all;
  }

  /** How far the year is from its end. */
  public String state(Years.Year year) {
    if (year.end() == null) {
      return years.isOver(year)
          ? words.of("access.year.over")
          : words.of("access.year.kept", year.keptUntil());
    }
    return year.end().state() == YearEnd.State.ENDED
        ? words.of("access.year.ended", year.end().closedAt())
        : words.of("access.year.requested", year.end().requestedAt());
  }
}
