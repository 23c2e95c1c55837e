package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Receipt;

/** The receipt of an act, at once or, with {@code Prefer: wait=N}, when it is in the log. */
@RequestScoped
public class Receipts {
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,3})(?:$|[,;\\s])");
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final Duration STEP = Duration.ofMillis(25);

  @Context HttpHeaders headers;
  @Inject Ledger ledger;

  /**
   * The receipt of one entry.
   *
   * @throws IllegalStateException where the chain has no such entry
   */
  public ReceiptAnswer of(String caseRef, long seq) {
    long until = System.nanoTime() + Duration.ofSeconds(waitSeconds()).toNanos();
    Receipt receipt = read(caseRef, seq);
    while (receipt.state() == Receipt.State.RECORDED && System.nanoTime() < until) {
      pause();
      receipt = read(caseRef, seq);
    }
    return ReceiptAnswer.of(receipt);
  }

  private Receipt read(String caseRef, long seq) {
    return ledger
        .receipt(caseRef, seq)
        .orElseThrow(() -> new IllegalStateException("no entry " + caseRef + " " + seq));
  }

  private long waitSeconds() {
    String prefer = headers.getHeaderString("Prefer");
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return wait.find() ? Math.min(Long.parseLong(wait.group(1)), LONGEST_WAIT_SECONDS) : 0;
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for a receipt", stopping);
    }
  }
}
