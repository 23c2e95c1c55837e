package org.jejak.ledger;

/**
 * What an entry is about: the chain it belongs to.
 *
 * @param handle the pseudonymous handle of the case, declaration, person, unit or part of the
 *     system; never a number that people use
 */
public record Subject(String handle) {
  /** The chain of the installation itself: keys, rule tables, settings, batches. */
  public static final Subject SYSTEM = new Subject("system");

  public static Subject of(String handle) {
    return new Subject(handle);
  }
}
