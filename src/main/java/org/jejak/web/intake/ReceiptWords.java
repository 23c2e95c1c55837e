package org.jejak.web.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jejak.ledger.Receipt;
import org.jejak.web.Step;
import org.jejak.web.Words;

/** A receipt in words: how far it has come. */
@Dependent
class ReceiptWords {
  @Inject Words words;

  /** Committed; in the signed log with its number. */
  List<Step> steps(Receipt receipt) {
    boolean logged = receipt.index() >= 0;
    return List.of(
        new Step(words.of("verify.state.recorded"), null, Step.State.DONE),
        new Step(
            logged
                ? words.of("verify.state.logged", receipt.index())
                : words.of("verify.state.waiting"),
            null,
            logged ? Step.State.DONE : Step.State.LATER));
  }
}
