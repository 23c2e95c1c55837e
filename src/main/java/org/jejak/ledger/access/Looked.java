package org.jejak.ledger.access;

import java.util.List;
import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/**
 * Somebody looked. The chain is the person's own, so that nobody waits for anybody else and a look
 * that is taken away leaves a gap between the looks of one person.
 *
 * @param part which page or call, as a pattern
 * @param files handles of all files whose text was in the answer
 * @param denied handles of files that were refused
 * @param hits how many a search found; {@code null} for anything else
 * @param about handle of the person whom the answer was about
 */
@EventName("access.looked/1")
record Looked(
    Subject subject,
    LookKind kind,
    String part,
    List<String> files,
    List<String> denied,
    Long hits,
    String about)
    implements LedgerEvent {
  /** The same before it is known in whose chain it stands. */
  record Facts(
      LookKind kind,
      String part,
      List<String> files,
      List<String> denied,
      Long hits,
      String about) {
    Looked by(String chain) {
      return new Looked(
          Subject.of(chain),
          kind,
          part,
          files.isEmpty() ? null : files,
          denied.isEmpty() ? null : denied,
          hits,
          about);
    }
  }
}
