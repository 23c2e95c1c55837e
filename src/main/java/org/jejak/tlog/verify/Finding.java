package org.jejak.tlog.verify;

import java.util.List;
import java.util.Optional;

/**
 * A verdict and what it rests on.
 *
 * @param values what the reason's sentence names: lines, paths, numbers, keys
 * @param seen the checkpoint that was believed and who cosigned it; empty where none was
 */
public record Finding(Verdict verdict, Reason reason, List<Object> values, Optional<Seen> seen) {
  public Finding {
    values = List.copyOf(values);
  }

  /** It does not fit: {@code reason} says what. */
  public static Finding of(Reason reason, Object... values) {
    return new Finding(reason.verdict(), reason, List.of(values), Optional.empty());
  }

  /** It fits; enough witnesses make it {@link Verdict#WITNESSED}. */
  static Finding good(Reason reason, Seen seen, Object... values) {
    return new Finding(
        seen.quorum() ? Verdict.WITNESSED : Verdict.GENUINE,
        reason,
        List.of(values),
        Optional.of(seen));
  }

  /** The same, of a checkpoint that was believed. */
  public Finding seenAs(Seen checkpoint) {
    return new Finding(verdict, reason, values, Optional.of(checkpoint));
  }
}
