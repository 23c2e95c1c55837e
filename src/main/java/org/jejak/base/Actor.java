package org.jejak.base;

/**
 * Who does something, as the ledger names them.
 *
 * @param handle the person's pseudonymous handle, {@code system/<name>} for a job, {@code public}
 *     for somebody without an account
 * @param role the role in which they act, as the ledger stores it
 */
public record Actor(String handle, String role) {
  /** Somebody without an account; nothing about them is kept. */
  public static final Actor PUBLIC = new Actor("public", "PUBLIC");

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
    return new Actor(handle, otherRole);
  }
}
