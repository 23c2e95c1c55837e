package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseNumber;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Seals;
import org.jejak.web.Words;

/** Page {@code /ledger/chain.xhtml}: the entries of one case and whether each of them fits. */
@Named
@RequestScoped
@Allow(Permission.SEE_CASES)
public class ChainPage {
  @Inject CaseFiles files;
  @Inject Seals seals;
  @Inject Words words;

  private String number;
  private Seals.Seal seal;

  /** Looks once; a case that is out of sight is unknown. */
  public void open() {
    seal = seals.of(files.get(CaseNumber.of(number)).handle());
  }

  public List<Seals.Link> getLinks() {
    return seal.links();
  }

  /** What does not fit in the rows of the case, in words. */
  public List<String> getFaults() {
    return seal.faults().stream()
        .map(
            fault ->
                words.of("ledger.fault." + fault.kind().name())
                    + ": "
                    + words.of("ledger.fault.place.none", fault.table(), fault.field()))
        .toList();
  }

  public String getState() {
    return seal.state().name().toLowerCase(Locale.ROOT);
  }

  public String getVerdict() {
    return words.of("ledger.seal." + seal.state(), seal.links().size());
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
