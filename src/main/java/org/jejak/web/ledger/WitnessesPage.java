package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.witness.WitnessState;
import org.jejak.ledger.witness.Witnesses;
import org.jejak.web.Formats;
import org.jejak.web.Words;

/** Page {@code /ledger/witnesses.xhtml}: how each witness fares, and the paper one. */
@Named
@RequestScoped
@Allow(Permission.VERIFY_LEDGER)
public class WitnessesPage {
  @Inject Witnesses witnesses;
  @Inject Words words;

  private List<WitnessState> all;

  /** In the order in which they were set. */
  public List<WitnessState> getAll() {
    if (all == null) {
      all = witnesses.states();
    }
    return all;
  }

  public String getPolicy() {
    return words.of("ledger.witnesses.policy", witnesses.quorum(), getAll().size());
  }

  /** How its seal looks: whole, waiting or broken. */
  public String seal(WitnessState state) {
    return switch (state.health()) {
      case WELL -> "whole";
      case NOT_ASKED -> "waiting";
      case SILENT, REFUSES, UNREADABLE, CONTRADICTS -> "broken";
    };
  }

  public String health(WitnessState state) {
    return words.of("ledger.witness." + state.health());
  }

  /** What it cosigned last. */
  public String last(WitnessState state) {
    return state
        .at()
        .map(at -> words.of("ledger.witnesses.last", state.size(), Formats.moment(at)))
        .orElseGet(() -> words.of("ledger.witnesses.never"));
  }
}
