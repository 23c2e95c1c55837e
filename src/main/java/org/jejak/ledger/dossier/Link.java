package org.jejak.ledger.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jejak.ledger.seal.Opening;

/**
 * One entry of a chain, with what may be opened of it.
 *
 * @param act the event's lasting name
 * @param opened fields in the order of their ids
 */
public record Link(long seq, Instant at, String act, List<Opening> opened) {
  /** The file of its opened fields: {@code {"field":["salt","value"]}}, base64url. */
  byte[] file() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    StringBuilder json = new StringBuilder("{");
    for (Opening opening : opened) {
      json.append(json.length() > 1 ? "," : "")
          .append('"')
          .append(opening.field()) // table/row/column: nothing that JSON would escape
          .append("\":[\"")
          .append(base64.encodeToString(opening.salt()))
          .append('"');
      if (opening.value() != null) {
        json.append(",\"").append(base64.encodeToString(opening.value())).append('"');
      }
      json.append(']');
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }
}
