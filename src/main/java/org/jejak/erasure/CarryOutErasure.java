package org.jejak.erasure;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Eraser;
import org.jejak.ledger.Ledger;

/** A second custodian erases a case: its keys, its stories, for ever. */
@Command
@Allow(Permission.ERASE)
public class CarryOutErasure {
  /**
   * @param typed the number once more, as the one who erases has typed it
   */
  public record Request(@NotNull CaseNumber number, @NotNull String typed) {}

  @Inject Erasures erasures;
  @Inject Eraser eraser;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * Erases it.
   *
   * @throws Refusal {@code unknown} where nobody asked for it, {@code erasure.typed} where the
   *     number was typed wrongly, {@code erasure.same-person}, {@code erasure.ended}
   */
  public void run(@NotNull @Valid Request request) {
    Erasure erasure = erasures.get(request.number());
    String wanted = request.number().value().replace("-", "");
    if (!wanted.equals(Handle.normalise(request.typed()))) {
      throw Refusal.invalid("erasure.typed", "another number was typed", request.number());
    }
    ledger.append(erasure.done(Acting.now().handle(), clock.instant()));
    eraser.erase(erasure.file(), erasure.trail().caseRef(), erasure.ground().name());
  }
}
