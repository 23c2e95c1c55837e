package org.jejak.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jejak.base.Acting;
import org.jejak.base.AgencySettings;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Verification;
import org.jejak.ledger.Verifications;

/** What stands around every page: the agency, the person, the outcome of the last act, the seal. */
@Named("shell")
@RequestScoped
public class Shell {
  private static final String TOLD = "jejak.told";
  private static final String BUILD =
      Optional.ofNullable(Shell.class.getPackage().getImplementationVersion()).orElse("0.1.0");

  @Inject AgencySettings agency;
  @Inject WebSettings settings;
  @Inject Words words;
  @Inject People people;
  @Inject Roles roles;
  @Inject Ledger ledger;
  @Inject Verifications verifications;
  @Inject HttpServletRequest request;

  private Optional<Person> person;
  private Optional<Verification> verification;

  /** Keeps a sentence for the page that the redirect leads to; shown there once. */
  public void tell(String sentence) {
    request.getSession().setAttribute(TOLD, sentence);
  }

  /** The sentence of the last act, once. */
  public String getOutcome() {
    HttpSession session = request.getSession(false);
    Object told = session == null ? null : session.getAttribute(TOLD);
    PhaseId phase = FacesContext.getCurrentInstance().getCurrentPhaseId();
    if (told != null && phase == PhaseId.RENDER_RESPONSE) {
      request.setAttribute(TOLD, told);
      session.removeAttribute(TOLD);
    }
    return (String) request.getAttribute(TOLD);
  }

  /** After how many seconds without a request the session ends; the page warns before. */
  public int getIdleSeconds() {
    HttpSession session = request.getSession(false);
    return session == null ? 0 : session.getMaxInactiveInterval();
  }

  public String getAgency() {
    return agency.name();
  }

  public String getBuild() {
    return BUILD;
  }

  /** Where the button that leaves the page leads. */
  public String getExit() {
    return settings.exitAddress();
  }

  /** Whether the page shows something wrong; its title then says so first. */
  public boolean isFaulty() {
    return FacesContext.getCurrentInstance().getMessageList().stream()
        .anyMatch(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0);
  }

  public String getPersonName() {
    return person().map(Person::name).orElse("");
  }

  /** The name without titles. */
  public String getShortName() {
    return bare(getPersonName());
  }

  /** Without "H." and "Hj.", which stay with a short name, and without initials. */
  public String getFirstName() {
    return Arrays.stream(getShortName().split(" "))
        .filter(word -> !word.endsWith("."))
        .findFirst()
        .orElseGet(this::getShortName);
  }

  public String getInitials() {
    return person().map(Person::initials).orElse("");
  }

  /** The roles in words. */
  public String getRoleWords() {
    List<Role> mine = roles.mine().stream().sorted().toList();
    return mine.stream()
        .map(role -> words.of("role." + role.name()))
        .collect(Collectors.joining(", "));
  }

  /** The seal of the whole log: what the last full verification found, if there was one. */
  public String getSealState() {
    return verification().map(last -> last.isWhole() ? "whole" : "broken").orElse("waiting");
  }

  public String getSealWords() {
    return verification()
        .map(
            last ->
                last.isWhole()
                    ? words.of(
                        "layout.seal.whole", last.size(), Formats.shortMoment(last.endedAt()))
                    : words.of("layout.seal.broken", last.faults().size()))
        .orElseGet(() -> words.of("layout.seal.waiting", ledger.size()));
  }

  /** Where the seal is explained: to auditors the ledger, to others how anybody can check. */
  public String getSealPath() {
    return roles.mine().contains(Role.AUDITOR) ? "/ledger" : "/verify";
  }

  private Optional<Verification> verification() {
    if (verification == null) {
      verification = verifications.last();
    }
    return verification;
  }

  /** The icon that goes with the look of a stage. */
  public String stageIcon(String look) {
    return switch (look) {
      case "triage" -> "filter";
      case "open" -> "folder-open";
      case "examination" -> "search";
      case "hearing" -> "users";
      case "decided" -> "hammer";
      case "objection" -> "replay";
      case "closed" -> "lock";
      default -> "inbox";
    };
  }

  private Optional<Person> person() {
    if (person == null) {
      person = people.byHandle(Acting.now().handle());
    }
    return person;
  }

  /** "Dr. Sri Rahayu, S.H., M.H." without what is before the name's first word and behind it. */
  static String bare(String name) {
    String front = name.split(",", 2)[0].strip();
    while (front.matches("\\p{Lu}\\p{L}{1,4}\\.\\s+.*")) {
      front = front.substring(front.indexOf(' ')).strip();
    }
    return front;
  }
}
