package org.jejak.base;

/**
 * No, said so that it can be read and acted on. Rolls the transaction back by itself.
 *
 * <p>The sentence on the page is {@code refusal.<key>} of the text bundle, filled with {@link
 * #values()}; the English message is for logs and tests.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of no; decides the HTTP status. */
  public enum Kind {
    /** It does not fit the state of things: 409, or 422 where the value itself cannot be. */
    RULE,
    /** Does not exist, or not for you: 404, in the same words. */
    UNKNOWN,
    /** Signed in, but this act is not yours: 403. */
    FORBIDDEN,
    /** Somebody else was faster: 409. */
    STALE,
    /** A value that cannot be: 422. */
    INVALID,
    /** Too often or too much: 429. */
    LATER,
    /** The system cannot do it now: 503. */
    CLOSED
  }

  private final Kind kind;
  private final String key;
  private final transient Object[] values;

  public Refusal(Kind kind, String key, String message, Object... values) {
    super(message);
    this.kind = kind;
    this.key = key;
    this.values = values.clone();
  }

  /** The one answer for what does not exist and for what is not yours. */
  public static Refusal unknown(String what) {
    return new Refusal(Kind.UNKNOWN, "unknown", what + " is not known here");
  }

  /** A value of a field that cannot be accepted. */
  public static Refusal invalid(String key, String message, Object... values) {
    return new Refusal(Kind.INVALID, key, message, values);
  }

  /** A rule of the office or of the law stands against it. */
  public static Refusal rule(String key, String message, Object... values) {
    return new Refusal(Kind.RULE, key, message, values);
  }

  public Kind kind() {
    return kind;
  }

  public String key() {
    return key;
  }

  public Object[] values() {
    return values == null ? new Object[0] : values.clone();
  }
}
