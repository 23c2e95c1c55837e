package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.verify.Finding;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.tlog.verify.Seen;
import org.jejak.tlog.verify.Sentences;
import org.jejak.web.Formats;
import org.jejak.web.Language;

/** The verdict on a receipt in words. */
@Named
@RequestScoped
public class Verdicts {
  @Inject Language language;

  private Finding finding;
  private Optional<ProofText> proof = Optional.empty();

  void take(ReceiptCheck.Result result) {
    finding = result.finding();
    proof = result.proof();
  }

  public boolean isThere() {
    return finding != null;
  }

  /** How it looks: whole, waiting or broken. */
  public String getSeal() {
    return switch (finding.verdict()) {
      case WITNESSED -> "whole";
      case GENUINE -> "whole";
      case DIVERGED, INVALID -> "broken";
    };
  }

  /** One word for tests and styles. */
  public String getCode() {
    return finding.verdict().name().toLowerCase(Locale.ROOT);
  }

  public String getVerdict() {
    return sentences().verdict(finding);
  }

  public String getReason() {
    return sentences().reason(finding);
  }

  /** The checkpoint that was believed; {@code null} where none was. */
  public Seen getSeen() {
    return finding.seen().orElse(null);
  }

  /** Its root as the checkpoint writes it. */
  public String getRoot() {
    return getSeen().checkpoint().text().lines().toList().get(2);
  }

  /** "bpkp.example, 22 November 2026 09.12", for each. */
  public List<String> getWitnesses() {
    return getSeen().cosigned().stream()
        .map(one -> one.witness() + ", " + Formats.moment(one.at()))
        .toList();
  }

  /** The entry that the receipt carries, if it was proven. */
  public String getEntry() {
    return proof
        .filter(any -> finding.verdict().isGenuine())
        .map(found -> new String(found.entry(), StandardCharsets.UTF_8))
        .orElse("");
  }

  private Sentences sentences() {
    return new Sentences(language.getLocale());
  }
}
