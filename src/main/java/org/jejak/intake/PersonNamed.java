package org.jejak.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody a report names, as the reporter knows them.
 *
 * @param name a name, or words that describe them
 * @param nip the 18 digits of the civil service number, in any grouping, or {@code null}
 * @param position what they do, or {@code null}
 */
public record PersonNamed(
    @NotNull(message = "refusal.report.person-name-missing")
        @Size(max = 200, message = "refusal.report.person-name-long")
        String name,
    String nip,
    @Size(max = 200, message = "refusal.report.person-position-long") String position) {

  public PersonNamed {
    name = Typed.line(name);
    nip = Typed.line(nip);
    position = Typed.line(position);
  }
}
