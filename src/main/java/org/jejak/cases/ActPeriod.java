package org.jejak.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jejak.base.Refusal;

/** When the act happened: the day, or the first and the last of several. */
@Embeddable
public class ActPeriod {
  @Column(name = "happened_from", updatable = false)
  private LocalDate from;

  @Column(name = "happened_to", updatable = false)
  private LocalDate to;

  protected ActPeriod() {}

  private ActPeriod(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
  }

  /**
   * A period that can be.
   *
   * @param from its first day; {@code null} where only the last is known
   * @param to its last day; {@code null} where it was one day, or goes on
   * @param today the day on which it is written down
   * @param serviceBegan the first day of the agency's service
   * @throws Refusal {@code case.happened-missing}, {@code case.happened-order}, {@code
   *     case.happened-future} or {@code case.happened-early}
   */
  static ActPeriod of(LocalDate from, LocalDate to, LocalDate today, LocalDate serviceBegan) {
    LocalDate first = from == null ? to : from;
    if (first == null) {
      throw Refusal.invalid(
          "case.happened-missing", "without the day of the act no law can be looked up");
    }
    LocalDate last = to == null ? first : to;
    if (last.isBefore(first)) {
      throw Refusal.invalid(
          "case.happened-order", "it ended on %s, before %s".formatted(last, first), last, first);
    }
    if (last.isAfter(today)) {
      throw Refusal.invalid(
          "case.happened-future", "%s is after today, %s".formatted(last, today), last, today);
    }
    if (first.isBefore(serviceBegan)) {
      throw Refusal.invalid(
          "case.happened-early",
          "%s is before the service began, %s".formatted(first, serviceBegan),
          first,
          serviceBegan);
    }
    return new ActPeriod(first, last);
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate to() {
    return to;
  }

  /**
   * The day by which the law is looked up: the last, because an act that goes on under a newer rule
   * has broken that one too.
   */
  public LocalDate day() {
    return to;
  }
}
