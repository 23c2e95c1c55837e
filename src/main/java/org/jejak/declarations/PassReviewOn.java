package org.jejak.declarations;

import jakarta.inject.Inject;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.identity.Seat;
import org.jejak.identity.Seats;
import org.jejak.ledger.Ledger;

/** The reviewer has an interest in it too: the next superior decides (UU 30/2014 Ps 42). */
@Command
@Allow(Permission.REVIEW_DECLARATION)
public class PassReviewOn {
  /** The ground under which the one who steps aside is shut out of the declaration. */
  private static final String OWN_INTEREST = "own-interest";

  @Inject Ledger ledger;
  @Inject Declarations declarations;
  @Inject Reviewers reviewers;
  @Inject Seats seats;

  /**
   * Hands the review up; the one who steps aside no longer sees the declaration.
   *
   * @param version of the declaration as it was read
   */
  public DeclarationAct run(DeclarationNumber number, long version) {
    Declaration declaration = declarations.get(number);
    String from = Acting.now().handle();
    Person to = reviewers.above(declaration);
    ledger.append(declaration.passOn(from, to.handle(), version));
    seats.give(declaration.handle(), to.handle(), Seat.REVIEWER);
    seats.shutOut(declaration.handle(), from, OWN_INTEREST);
    return new DeclarationAct(number, declaration.handle(), ledger.seqOf(declaration.subject()));
  }
}
