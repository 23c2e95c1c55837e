package org.jejak.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Who reports, where they chose to say so. Sealed as soon as it is received.
 *
 * @param contact how to reach them, or {@code null}
 */
public record Reporter(
    @NotNull(message = "refusal.report.reporter-name-missing")
        @Size(max = 200, message = "refusal.report.reporter-name-long")
        String name,
    @Size(max = 300, message = "refusal.report.reporter-contact-long") String contact) {

  public Reporter {
    name = Typed.line(name);
    contact = Typed.line(contact);
  }

  /** Nothing: who reports must not reach a log through a message. */
  @Override
  public String toString() {
    return "a reporter";
  }
}
