package org.jejak.intake;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;

/** Writes down what somebody brought to the desk, by letter, telephone or mail. */
@Command
@Allow(Permission.TAKE_REPORT_AT_DESK)
public class TakeReportAtDesk {
  @Inject Registry registry;
  @Inject AgencySettings agency;

  /**
   * A report that an officer types in.
   *
   * @param code the code that is handed to the reporter on a slip
   * @param receivedOn the day it reached the office, which may be before today
   */
  public record Request(
      @NotNull InboxCode code,
      @NotNull(message = "refusal.report.channel-missing") Channel channel,
      @NotNull(message = "refusal.report.received-missing") LocalDate receivedOn,
      @NotNull @Valid Statement statement) {}

  /**
   * @throws Refusal {@code report.channel} for the channel of the public form, {@code
   *     report.received-future}, {@code report.received-early}
   */
  public Registered run(@NotNull @Valid Request request) {
    LocalDate today = registry.today();
    LocalDate receivedOn = request.receivedOn();
    if (!request.channel().typedIn()) {
      throw Refusal.invalid("report.channel", "WEB is the channel of the public form alone");
    }
    if (receivedOn.isAfter(today)) {
      throw Refusal.invalid(
          "report.received-future", "%s is after %s".formatted(receivedOn, today), receivedOn);
    }
    if (receivedOn.isBefore(agency.serviceBegan())) {
      throw Refusal.invalid(
          "report.received-early",
          "%s is before the service began".formatted(receivedOn),
          receivedOn,
          agency.serviceBegan());
    }
    return registry.register(request.code(), request.channel(), receivedOn, request.statement());
  }
}
