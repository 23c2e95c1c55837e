package org.jejak.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jejak.base.Refusal;

/** When the reported thing happened, as well as the reporter knows. All of it may be unknown. */
@Embeddable
public class Happened {
  @Column(name = "happened_from")
  private LocalDate from;

  @Column(name = "happened_to")
  private LocalDate to;

  @Column(name = "ongoing")
  private Boolean ongoing;

  protected Happened() {}

  /**
   * A period that can be.
   *
   * @param from its first day, or {@code null} where unknown
   * @param to its last day, or {@code null} where unknown
   * @param ongoing whether it goes on, {@code null} where unknown
   * @param today the day of the report
   * @param serviceBegan no day before this one can be reported here
   * @throws Refusal {@code report.happened-order}, {@code report.happened-future} or {@code
   *     report.happened-early}
   */
  public Happened(
      LocalDate from, LocalDate to, Boolean ongoing, LocalDate today, LocalDate serviceBegan) {
    this.from = possible(from, today, serviceBegan);
    this.to = possible(to, today, serviceBegan);
    this.ongoing = ongoing;
    if (from != null && to != null && to.isBefore(from)) {
      throw Refusal.invalid(
          "report.happened-order", "it ended on %s, before %s".formatted(to, from), to, from);
    }
  }

  private static LocalDate possible(LocalDate day, LocalDate today, LocalDate serviceBegan) {
    if (day != null && day.isAfter(today)) {
      throw Refusal.invalid(
          "report.happened-future", "%s is after today, %s".formatted(day, today), day, today);
    }
    if (day != null && day.isBefore(serviceBegan)) {
      throw Refusal.invalid(
          "report.happened-early",
          "%s is before the service began, %s".formatted(day, serviceBegan),
          day,
          serviceBegan);
    }
    return day;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate to() {
    return to;
  }

  public Boolean ongoing() {
    return ongoing;
  }
}
