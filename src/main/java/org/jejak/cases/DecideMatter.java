package org.jejak.cases;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Ledger;
import org.jejak.rules.Law;
import org.jejak.rules.LawBook;
import org.jejak.rules.Sanction;
import org.jejak.rules.Track;

/** The authority decides on one matter; the case is concluded with the last of them. */
@Command
@Allow(Permission.DECIDE)
public class DecideMatter {
  /**
   * @param matter its number in the case
   * @param reason why so; the letter will carry it
   * @param decidedOn the day of the decision; {@code null} for today
   * @param version of the matter that was seen; {@code null} for whichever is there
   */
  public record Request(
      @NotNull CaseNumber number,
      @Min(1) int matter,
      @NotNull Decision decision,
      @NotNull @Size(min = 20, max = 8_000) String reason,
      LocalDate decidedOn,
      Long version) {}

  @Inject CaseFiles files;
  @Inject CaseParts parts;
  @Inject Choices choices;
  @Inject Ledger ledger;
  @Inject LawBook law;
  @Inject AgencySettings agency;
  @Inject Clock clock;

  @Law("PP 94/2021 Ps 33")
  public Done run(@NotNull @Valid Request request) {
    CaseFile file = files.hold(request.number());
    file.demand(CaseStage.EXAMINATION);
    Matter matter = parts.matter(file, request.matter());
    matter.demandFindings();
    demandAuthority(file);
    matter.demandVersion(request.version());
    demandLawful(file, matter, request.decision());
    ledger.append(matter.decide(verdict(request)));
    long entry = ledger.seqOf(file.subject());
    file.conclude(parts.matters(file)).ifPresent(ledger::append);
    return new Done(file, entry, matter.no());
  }

  private Matter.Verdict verdict(Request request) {
    String reason = Prose.of(request.reason());
    if (reason.length() < 20) {
      throw Refusal.invalid("case.reason", "a reason of 20 characters at least", 20);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), agency.zone());
    LocalDate day = request.decidedOn() == null ? today : request.decidedOn();
    if (day.isAfter(today)) {
      throw Refusal.invalid(
          "case.decided-future", "%s is after today, %s".formatted(day, today), day, today);
    }
    return new Matter.Verdict(
        request.decision(), reason, Acting.now().handle(), day, law.fingerprint());
  }

  private static void demandAuthority(CaseFile file) {
    if (!file.authority().equals(Optional.of(Acting.now().handle()))) {
      throw new Refusal(
          Refusal.Kind.FORBIDDEN,
          "case.not-authority",
          "the case does not lie before the one who acts");
    }
  }

  private void demandLawful(CaseFile file, Matter matter, Decision decision) {
    switch (decision) {
      case Decision.NotProven none -> {}
      case Decision.MoralSanction moral -> {
        demandChoice(file, matter, moral.code(), Track.ETHICS);
        if (moral.manner() == null || !Manner.of(moral.code()).contains(moral.manner())) {
          throw Refusal.invalid(
              "case.manner", "%s is not made known so".formatted(moral.code()), moral.code());
        }
      }
      case Decision.DisciplineSanction discipline ->
          demandChoice(file, matter, discipline.code(), Track.DISCIPLINE);
    }
  }

  private void demandChoice(CaseFile file, Matter matter, String code, Track track) {
    if (matter.track() != track) {
      throw Refusal.invalid(
          "case.sanction-track", "%s does not belong to %s".formatted(code, matter.track()), code);
    }
    List<Choices.Choice> offered = choices.of(file, matter);
    Choices.Choice choice =
        offered.stream()
            .filter(one -> one.sanction().code().equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "case.sanction-day",
                        "no sanction %s for an act of %s".formatted(code, file.happened().day()),
                        String.valueOf(code),
                        file.happened().day()));
    Sanction sanction = choice.sanction();
    if (sanction.suspended()) {
      throw Refusal.invalid(
          "case.sanction-suspended",
          "%s is suspended; %s stands in for it".formatted(code, sanction.substitute().get()),
          code,
          sanction.substitute().get());
    }
  }
}
