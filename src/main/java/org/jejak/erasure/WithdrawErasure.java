package org.jejak.erasure;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;

/** A custodian, the one who asked or another, ends an erasure that was asked for. */
@Command
@Allow(Permission.ERASE)
public class WithdrawErasure {
  @Inject Erasures erasures;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @throws Refusal {@code unknown} where nobody asked for it, {@code erasure.ended}
   */
  public void run(@NotNull CaseNumber number) {
    ledger.append(erasures.get(number).withdrawn(Acting.now().handle(), clock.instant()));
  }
}
