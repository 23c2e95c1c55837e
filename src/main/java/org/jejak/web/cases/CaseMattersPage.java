package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jejak.cases.CaseParts;
import org.jejak.cases.Matter;
import org.jejak.cases.MatterStage;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.rules.Confidence;
import org.jejak.rules.LawBook;
import org.jejak.rules.Norm;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** Page {@code /cases/matters.xhtml}. */
@Named
@RequestScoped
public class CaseMattersPage {
  private static final Duration RECEIPT_WAIT = Duration.ofSeconds(2);
  private static final String DECIDED = "case.matter-decided/1";
  private static final int LOOKED_THROUGH = 500;

  @Inject CaseHead head;
  @Inject CaseParts parts;
  @Inject People people;
  @Inject Ledger ledger;
  @Inject LawBook law;
  @Inject Language language;
  @Inject Words words;

  private List<Shown> all;

  /**
   * One alleged breach as the page shows it; what is not there yet is {@code null}.
   *
   * @param uncertain whether the table marks the norm as to be read in the gazette first
   */
  public record Shown(
      int no,
      String subject,
      String track,
      String norm,
      String citation,
      boolean uncertain,
      String stage,
      String look,
      CaseParts.Found finding,
      String outcome,
      String reason,
      String decider,
      LocalDate decidedOn,
      Receipt receipt,
      boolean findable,
      boolean decidable) {}

  public List<Shown> getAll() {
    if (all == null) {
      all = all();
    }
    return all;
  }

  private List<Shown> all() {
    Map<Integer, CaseParts.Found> findings =
        parts.findings(head.getFile()).stream()
            .collect(Collectors.toMap(CaseParts.Found::matter, Function.identity()));
    return head.getMatters().stream().map(one -> shown(one, findings.get(one.no()))).toList();
  }

  private Shown shown(Matter matter, CaseParts.Found finding) {
    Optional<Norm> norm = law.norms().on(head.getFile().happened().day(), matter.norm());
    return new Shown(
        matter.no(),
        matter.accused().name(),
        words.plain("track." + matter.track()),
        norm.map(one -> one.text(language.getLocale())).orElse(matter.norm()),
        norm.map(Norm::citation).orElse(null),
        norm.map(one -> one.confidence() == Confidence.UNCERTAIN).orElse(false),
        words.plain("matterstage." + matter.stage()),
        look(matter.stage()),
        finding,
        matter.outcome().map(outcome -> outcome(matter)).orElse(null),
        matter.reason().orElse(null),
        matter.decidedBy().flatMap(people::byHandle).map(Person::name).orElse(null),
        matter.decidedOn().orElse(null),
        matter.decision().isPresent() ? receipt(matter.no()) : null,
        head.isFindable() && matter.decision().isEmpty(),
        head.isDecidable() && matter.stage() == MatterStage.FOUND);
  }

  /** The receipt of the decision on a matter; {@code null} where its entry is further back. */
  private Receipt receipt(int matter) {
    String chain = head.getFile().handle();
    return ledger.newest(chain, Long.MAX_VALUE, LOOKED_THROUGH).stream()
        .filter(entry -> entry.act().equals(DECIDED) && entry.data().getInt("matter") == matter)
        .findFirst()
        .flatMap(entry -> ledger.await(chain, entry.seq(), RECEIPT_WAIT))
        .orElse(null);
  }

  private String outcome(Matter matter) {
    String what = words.plain("outcome." + matter.outcome().orElseThrow());
    return matter
        .sanction()
        .flatMap(law.sanctions()::named)
        .map(sanction -> sanction.name(language.getLocale()) + ", " + sanction.citation())
        .map(
            named ->
                matter
                    .manner()
                    .map(manner -> named + " (" + words.plain("manner." + manner) + ")")
                    .orElse(named))
        .orElse(what);
  }

  private static String look(MatterStage stage) {
    return switch (stage) {
      case ALLEGED -> "open";
      case FOUND -> "examination";
      case DECIDED -> "decided";
      case CLOSED -> "closed";
    };
  }
}
