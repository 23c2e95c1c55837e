package org.jejak.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.AgencySettings;
import org.jejak.base.Refusal;
import org.jejak.intake.Gate;
import org.jejak.intake.IntakeKeys;
import org.jejak.intake.ReceiveReport;
import org.jejak.intake.Registered;
import org.jejak.intake.Statement;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.web.Problem;
import org.jejak.web.Words;

/** Page {@code /report.xhtml}: five questions on one address, and the receipt. */
@Named
@RequestScoped
public class ReportPage {
  private static final Duration RECEIPT_WAIT = Duration.ofSeconds(2);
  private static final int RECEIVED = ReportForm.LAST_STEP + 1;

  @Inject HttpServletRequest request;
  @Inject PublicAnswer answer;
  @Inject IntakeKeys keys;
  @Inject ReportCheck check;
  @Inject ReceiveReport receiveReport;
  @Inject Ledger ledger;
  @Inject Gate gate;
  @Inject Clock clock;
  @Inject Words words;
  @Inject AgencySettings agency;
  @Inject DayWords dayWords;

  private ReportForm form;
  private int step = 1;
  private int rows;
  private List<Problem> problems = List.of();
  private Registered registered;
  private Receipt receipt;

  /** Reads what was posted and does it, before the page asks for anything. */
  @PostConstruct
  void receive() {
    if (!"POST".equals(request.getMethod())) {
      form = ReportForm.begin(clock.instant());
      return;
    }
    Optional<ReportForm> opened = ReportForm.open(keys, request.getParameter("form"));
    form = opened.orElseGet(() -> ReportForm.begin(clock.instant()));
    step = postedStep();
    form.take(step, request::getParameter);
    if (opened.isEmpty()) {
      refuse(HttpServletResponse.SC_BAD_REQUEST, "intake.form.unknown");
    } else if (form.isStale(clock.instant())) {
      form.renew(clock.instant());
      refuse(PublicAnswer.UNPROCESSABLE, "intake.form.old");
    } else {
      act(Optional.ofNullable(request.getParameter("act")).orElse("next"));
    }
  }

  private void act(String act) {
    switch (act) {
      case "back" -> step = Math.max(1, step - 1);
      case "to-1", "to-2", "to-3", "to-4" -> step = act.charAt(3) - '0';
      case "add" -> rows = Math.min(Statement.PERSONS, form.persons() + 1);
      case "stay" -> {}
      case "send" -> send();
      default -> next();
    }
  }

  private void next() {
    problems = check.problems(form, step);
    if (problems.isEmpty()) {
      step = Math.min(ReportForm.LAST_STEP, step + 1);
    } else {
      answer.status(PublicAnswer.UNPROCESSABLE);
    }
  }

  private void send() {
    int wrong = check.firstWrongStep(form);
    if (wrong > 0) {
      step = wrong;
      next();
    } else if (form.typed("kept").isEmpty()) {
      problems = List.of(new Problem("kept", words.of("intake.check.kept-missing")));
      answer.status(PublicAnswer.UNPROCESSABLE);
    } else {
      register();
    }
  }

  private void register() {
    try {
      gate.admitReport(gate.client(request.getRemoteAddr(), request::getHeader));
      // Whoever they are signed in as: a report is the public's.
      registered =
          Acting.as(
              Actor.PUBLIC,
              Acting.request(),
              () -> receiveReport.run(form.code(), check.statement(form)));
    } catch (Refusal no) {
      // A plain form has no handler behind it: this is the place where it is answered.
      problems = List.of(new Problem(null, words.refusal(no)));
      answer.refuse(no);
      return;
    }
    receipt = ledger.await(registered.handle(), registered.seq(), RECEIPT_WAIT).orElseThrow();
    step = RECEIVED;
  }

  private void refuse(int status, String why) {
    problems = List.of(new Problem(null, words.of(why)));
    answer.status(status);
  }

  private int postedStep() {
    String posted = request.getParameter("step");
    return posted != null && posted.matches("[1-5]") ? posted.charAt(0) - '0' : 1;
  }

  public int getStep() {
    return step;
  }

  public boolean isReceived() {
    return step == RECEIVED;
  }

  public List<Problem> getProblems() {
    return problems;
  }

  /** What is wrong with one field; {@code null} where nothing is. */
  public String fault(String field) {
    return problems.stream()
        .filter(problem -> field.equals(problem.field()))
        .map(Problem::sentence)
        .findFirst()
        .orElse(null);
  }

  /** The ids of what stands beside a field's control. */
  public String described(String field) {
    return "f-" + field + "-hint" + (fault(field) == null ? "" : " f-" + field + "-fault");
  }

  /** As {@link #fault(String)}, for one of several people. */
  public String faultOf(String field, int row) {
    return fault(field + row);
  }

  /** As {@link #described(String)}, for one of several people. */
  public String describedOf(String field, int row) {
    return described(field + row);
  }

  /** What was typed about one of several people. */
  public String typedOf(String field, int row) {
    return form.typed(field + row);
  }

  /** What was typed, by the names of the fields. */
  public Map<String, String> getTyped() {
    return form.typed();
  }

  /** What the buttons of the language do: nothing, or the same again once it was sent. */
  public String getTongueAct() {
    return isReceived() ? "send" : "stay";
  }

  /** Everything typed on other pages, sealed. */
  public String getSealed() {
    return form.seal(keys, step);
  }

  /** The lines for people on the page: those filled in, and one more when asked for. */
  public List<Integer> getPersonRows() {
    int shown = Math.max(1, Math.max(rows, form.persons()));
    return IntStream.range(0, shown).boxed().toList();
  }

  public boolean isRoomForPersons() {
    return getPersonRows().size() < Statement.PERSONS;
  }

  /** Any of the three parts of the day that is wrong. */
  public String getWhenFault() {
    return Stream.of("day", "month", "year")
        .map(this::fault)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  public String getWhenDescribed() {
    return "f-when-hint" + (getWhenFault() == null ? "" : " f-when-fault");
  }

  public List<DayWords.MonthName> getMonths() {
    return dayWords.months();
  }

  public String getWhenWords() {
    return dayWords.when(form.typed("day"), form.typed("month"), form.typed("year"));
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), agency.zone());
  }

  /** The report as it will be sent. */
  public Statement getStatement() {
    return check.statement(form);
  }

  public String getCode() {
    return form.code().shown();
  }

  public Registered getRegistered() {
    return registered;
  }

  public Receipt getReceipt() {
    return receipt;
  }
}
