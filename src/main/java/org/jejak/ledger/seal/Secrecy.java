package org.jejak.ledger.seal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How secret a field of a recorded entity is: on the entity for most of its fields, on a field
 * where it differs. A test demands it and keeps the list in {@code src/site/markdown/ledger.md}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Secrecy {
  /** The three classes. */
  enum Level {
    /** Stages, days, codes, handles: what queries need. In its column as it is. */
    PLAIN,
    /** A story: a {@link Narrative}, sealed in its column, readable through the entity. */
    NARRATIVE,
    /** An {@link Envelope}: opened by two custodians only, never indexed, never in a log. */
    ENVELOPE
  }

  Level value();
}
