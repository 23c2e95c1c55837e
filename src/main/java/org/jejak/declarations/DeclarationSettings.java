package org.jejak.declarations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.MonthDay;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the agency runs its declarations: keys {@code jejak.declarations.*}. */
@ApplicationScoped
public class DeclarationSettings {
  private int reviewWorkingDays;
  private MonthDay yearlyDue;

  protected DeclarationSettings() {}

  @Inject
  DeclarationSettings(
      @ConfigProperty(name = "jejak.declarations.review-working-days", defaultValue = "7")
          int reviewWorkingDays,
      @ConfigProperty(name = "jejak.declarations.yearly-due", defaultValue = "12-31")
          String yearlyDue) {
    if (reviewWorkingDays < 1) {
      throw new IllegalStateException("jejak.declarations.review-working-days is under 1");
    }
    this.reviewWorkingDays = reviewWorkingDays;
    this.yearlyDue = MonthDay.parse("--" + yearlyDue);
  }

  /** Working days within which the superior decides. */
  public int reviewWorkingDays() {
    return reviewWorkingDays;
  }

  /** Last day for the yearly list of that year. */
  public LocalDate yearlyDue(int year) {
    return yearlyDue.atYear(year);
  }
}
