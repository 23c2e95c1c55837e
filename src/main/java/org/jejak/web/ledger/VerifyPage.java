package org.jejak.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.intake.IntakeKeys;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.ledger.ReceiptDesk;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.web.Problem;
import org.jejak.web.Words;

/**
 * Page {@code /verify.xhtml}: how far the entry of a receipt's number has come, and nothing of it;
 * or whether a whole receipt is genuine.
 */
@Named
@RequestScoped
public class VerifyPage {
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");
  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST_NUMBER = 500;
  private static final String PURPOSE = "verify";
  private static final Duration FRESH = Duration.ofHours(12);

  @Inject HttpServletRequest request;
  @Inject Ledger ledger;
  @Inject ReceiptDesk desk;
  @Inject IntakeKeys keys;
  @Inject Clock clock;
  @Inject Words words;
  @Inject Verdicts verdicts;

  private Optional<Receipt> receipt = Optional.empty();
  private List<Problem> problems = List.of();
  private String asked = "";
  private String text = "";

  /** Looks at what was asked, before the page asks for anything. */
  @PostConstruct
  void receive() {
    if (request.getAttribute(Brought.class.getName()) instanceof Brought brought) {
      text = brought.text();
      judge(brought);
      return;
    }
    String number = request.getParameter("r"); // of a form that is too large nothing may be read
    if (number != null && !number.isBlank()) {
      asked = number.length() > LONGEST_NUMBER ? "" : number.strip();
      find(asked, "r");
    }
  }

  private void judge(Brought brought) {
    if (brought.tooLarge() > 0) {
      show(new ReceiptCheck.Result(ReceiptCheck.tooLarge(brought.tooLarge()), Optional.empty()));
    } else if (!isOurForm(brought.token())) {
      refuse(new Problem("text", words.of("verify.form.old")), UNPROCESSABLE);
    } else if (brought.isNothing()) {
      refuse(new Problem("text", words.of("verify.nothing")), UNPROCESSABLE);
    } else if (brought.file().isEmpty() && brought.text().strip().length() <= LONGEST_NUMBER) {
      find(brought.text(), "text"); // a number or an address in the larger field
    } else {
      show(desk.judge(brought.receipt()));
    }
  }

  private void show(ReceiptCheck.Result result) {
    verdicts.take(result);
    if (!result.finding().verdict().isGenuine()) {
      status(UNPROCESSABLE);
    }
  }

  private void find(String number, String field) {
    Matcher id = ID.matcher(number.toLowerCase(Locale.ROOT));
    receipt = id.find() ? ledger.receipt(id.group()) : Optional.empty();
    if (receipt.isEmpty()) {
      refuse(new Problem(field, words.of("verify.unknown")), HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void refuse(Problem problem, int status) {
    problems = List.of(problem);
    status(status);
  }

  private static void status(int status) {
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
  }

  private boolean isOurForm(String token) {
    return keys.openForm(PURPOSE, token)
        .filter(made -> made.matches("[0-9]{1,12}"))
        .map(made -> Instant.ofEpochSecond(Long.parseLong(made)).plus(FRESH))
        .filter(until -> until.isAfter(clock.instant()))
        .isPresent();
  }

  /** Shows that the form came from us, and lately. */
  public String getToken() {
    return keys.sealForm(PURPOSE, Long.toString(clock.instant().getEpochSecond()));
  }

  /** A receipt's number, or the whole address that contains it, as it was typed. */
  public String getAsked() {
    return asked;
  }

  /** What was pasted. */
  public String getText() {
    return text;
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

  public Receipt getReceipt() {
    return receipt.orElse(null);
  }

  public boolean isLogged() {
    return receipt.filter(found -> found.state() != Receipt.State.RECORDED).isPresent();
  }

  /** Its state: recorded, logged or witnessed. */
  public String getState() {
    return receipt.orElseThrow().state().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Origin, size and root of the signed checkpoint that covers the entry. The rest of the proof
   * holds the entry itself, which is for whoever has the receipt and not for whoever has its
   * number.
   */
  public List<String> getCheckpoint() {
    return receipt.orElseThrow().proof().split("\n\n", 2)[1].lines().limit(3).toList();
  }
}
