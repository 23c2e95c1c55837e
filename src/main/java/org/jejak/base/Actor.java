package org.jejak.base;

/**
 * Who does something, as the ledger names them.
 *
 * @param handle the person's pseudonymous handle, {@code system/<name>} for a job, {@code public}
 *     for somebody without an account
 * @param role the role in which they act, as the ledger stores it
 * @param behalf the handle of the person on whose behalf they act; {@code null} on their own
 */
public record Actor(String handle, String role, String behalf) {
  /** Somebody without an account; nothing about them is kept. */
  public static final Actor PUBLIC = new Actor("public", "PUBLIC");

  /** Somebody who acts on their own behalf. */
  public Actor(String handle, String role) {
    this(handle, role, null);
  }

  /** A job of the application itself. */
  public static Actor system(String name) {
    return new Actor("system/" + name, "SYSTEM");
  }

  public boolean isSystem() {
    return handle.startsWith("system/");
  }

  public boolean isPublic() {
    return equals(PUBLIC);
  }

  public Actor in(String otherRole) {
    return new Actor(handle, otherRole, behalf);
  }

  /** The same actor, standing in for somebody, as an acting official does for who is away. */
  public Actor onBehalfOf(String person) {
    return new Actor(handle, role, person);
  }
}
