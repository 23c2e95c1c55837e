package org.jejak.api;

import java.util.Locale;
import org.jejak.ledger.Receipt;

/**
 * A receipt as REST shows it everywhere.
 *
 * @param state {@code recorded}, {@code logged} or {@code witnessed}
 * @param index absent while only recorded
 * @param proof the {@code tlog-proof} text; absent while only recorded
 */
public record ReceiptAnswer(String state, String id, String url, Long index, String proof) {
  public static ReceiptAnswer of(Receipt receipt) {
    return new ReceiptAnswer(
        receipt.state().name().toLowerCase(Locale.ROOT),
        receipt.id(),
        "/verify?r=" + receipt.id(),
        receipt.index() < 0 ? null : receipt.index(),
        receipt.proof());
  }
}
