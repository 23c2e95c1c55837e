package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

/**
 * The one answer to "may this actor do this to this": denied unless something here allows it.
 *
 * <p>A file (case, report or declaration, named by its ledger handle) is seen by those who hold a
 * seat on it today and are not shut out of it. Reports at triage are also seen by every
 * investigator who is not shut out.
 */
@ApplicationScoped
public class Policy {
  /** Whether the one who acts now has the permission in one of their roles. */
  public boolean allows(Permission permission) {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether the one who acts now may see the file with this handle. */
  public boolean sees(String handle) {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * A JPQL condition that keeps the rows that the one who acts now may see: seats and not shut out.
   * {@code alias.handle} must be the file's handle; the query's parameters are set by {@link
   * #bind}.
   */
  public String visible(String alias) {
    throw new UnsupportedOperationException("being built");
  }

  /** As {@link #visible}, for files at triage: everything but what one is shut out of. */
  public String notShutOut(String alias) {
    throw new UnsupportedOperationException("being built");
  }

  /** Sets the parameters of {@link #visible} and {@link #notShutOut}. */
  public <Q extends Query> Q bind(Q query) {
    throw new UnsupportedOperationException("being built");
  }
}
