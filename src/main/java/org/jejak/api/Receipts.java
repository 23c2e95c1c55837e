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

  @Context HttpHeaders headers;
  @Inject Ledger ledger;

  /**
   * The receipt of one entry.
   *
   * @throws IllegalStateException where the chain has no such entry
   */
  public ReceiptAnswer of(String caseRef, long seq) {
    Receipt receipt =
        ledger
            .await(caseRef, seq, Duration.ofSeconds(waitSeconds()))
            .orElseThrow(() -> new IllegalStateException("no entry " + caseRef + " " + seq));
    return ReceiptAnswer.of(receipt);
  }

  private long waitSeconds() {
    String prefer = headers.getHeaderString("Prefer");
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return wait.find() ? Math.min(Long.parseLong(wait.group(1)), LONGEST_WAIT_SECONDS) : 0;
  }
}
