package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.ledger.witness.Witnesses;
import org.jejak.web.Words;

/** The mark on pages while too few witnesses answer. */
@Named
@RequestScoped
public class WitnessMark {
  @Inject Witnesses witnesses;
  @Inject Words words;

  /** Since when; empty while all is well, or there are none to answer. */
  public String getSentence() {
    return witnesses.lackingSince().map(since -> words.of("verify.unwitnessed", since)).orElse("");
  }
}
