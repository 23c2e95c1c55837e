package org.jejak.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;
import org.jejak.web.Problem;
import org.jejak.web.Step;
import org.jejak.web.Words;

/** Page {@code /verify.xhtml}: how far the entry of a receipt has come, and nothing of it. */
@Named
@RequestScoped
public class VerifyPage {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  @Inject HttpServletRequest request;
  @Inject PublicAnswer answer;
  @Inject Ledger ledger;
  @Inject Words words;
  @Inject ReceiptWords receiptWords;

  private Optional<Receipt> receipt = Optional.empty();
  private List<Problem> problems = List.of();

  /** Looks the receipt up, before the page asks for anything. */
  @PostConstruct
  void receive() {
    if (getAsked().isEmpty()) {
      return;
    }
    Matcher id = ID.matcher(getAsked().toLowerCase(Locale.ROOT));
    receipt = id.find() ? ledger.receipt(id.group()) : Optional.empty();
    if (receipt.isEmpty()) {
      problems = List.of(new Problem("r", words.of("verify.unknown")));
      answer.status(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** A receipt's number, or the whole address that contains it. */
  public String getAsked() {
    String asked = request.getParameter("r");
    return asked == null || asked.length() > 500 ? "" : asked.strip();
  }

  public List<Problem> getProblems() {
    return problems;
  }

  public Receipt getReceipt() {
    return receipt.orElse(null);
  }

  public boolean isLogged() {
    return receipt.filter(found -> found.state() != Receipt.State.RECORDED).isPresent();
  }

  public List<Step> getSteps() {
    return receiptWords.steps(receipt.orElseThrow());
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
