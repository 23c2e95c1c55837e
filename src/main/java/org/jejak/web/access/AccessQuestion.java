package org.jejak.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jejak.base.AgencySettings;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.ledger.access.AccessLog;
import org.jejak.ledger.access.LookKind;

/** What an auditor asks of the access log, as it stands in the address of the page. */
@Named
@RequestScoped
public class AccessQuestion {
  @Inject FileNumbers numbers;
  @Inject People people;
  @Inject AgencySettings agency;

  private String number;
  private String nip;
  private String kind;
  private LocalDate from;
  private LocalDate to;
  private Optional<String> file;
  private Optional<Person> person;

  /** The handle of the file asked for; empty where none was, or none is known. */
  Optional<String> file() {
    if (file == null) {
      file = isNumberGiven() ? numbers.handleOf(number) : Optional.empty();
    }
    return file;
  }

  /** The person asked for; empty where none was, or nobody is known. */
  Optional<Person> person() {
    if (person == null) {
      String digits = nip == null ? "" : nip.replaceAll("\\s", "");
      person = digits.matches("[0-9]{18}") ? people.byNip(Nip.of(digits)) : Optional.empty();
    }
    return person;
  }

  /** Whether a number was given that is nobody's, or not for the one who asks. */
  public boolean isNumberUnknown() {
    return isNumberGiven() && file().isEmpty();
  }

  /** Whether a NIP was given that is nobody's. */
  public boolean isNipUnknown() {
    return nip != null && !nip.isBlank() && person().isEmpty();
  }

  private boolean isNumberGiven() {
    return number != null && !number.isBlank();
  }

  /** The question as the log understands it. */
  AccessLog.Question asked() {
    return new AccessLog.Question(
        file().orElse(null),
        person().map(Person::handle).orElse(null),
        knownKind().orElse(null),
        startOf(from, 0),
        startOf(to, 1),
        numbers.hidden());
  }

  private Optional<LookKind> knownKind() {
    return Arrays.stream(LookKind.values()).filter(one -> one.name().equals(kind)).findFirst();
  }

  private Instant startOf(LocalDate day, int daysLater) {
    return day == null ? null : day.plusDays(daysLater).atStartOfDay(agency.zone()).toInstant();
  }

  public List<LookKind> getKinds() {
    return List.of(LookKind.values());
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getNip() {
    return nip;
  }

  public void setNip(String nip) {
    this.nip = nip;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
