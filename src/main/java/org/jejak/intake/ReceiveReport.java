package org.jejak.intake;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;

/** Takes in what anybody reports, without asking who they are. */
@Command
@Allow(Permission.REPORT)
public class ReceiveReport {
  @Inject Registry registry;

  /**
   * Registers a report.
   *
   * @param code under which it is registered once, however often it is sent
   * @throws org.jejak.base.Refusal {@code idempotency.other-body} where the code belongs to another
   *     report, {@code report.happened-*} and {@code nip.*} for what cannot be
   */
  public Registered run(@NotNull InboxCode code, @NotNull @Valid Statement statement) {
    return registry.register(code, Channel.WEB, registry.today(), statement);
  }
}
