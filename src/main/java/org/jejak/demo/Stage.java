package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jejak.base.Acting;
import org.jejak.base.Actor;

/**
 * Lets somebody of the cast do something, as if at their own desk.
 *
 * <p>In a transaction from the first look on: outside of a web request the server closes an entity
 * manager that no transaction holds.
 */
@ApplicationScoped
class Stage {
  /** Does {@code work} as the person with this handle, under a request of its own. */
  @ActivateRequestContext
  @Transactional
  <T> T as(String person, Supplier<T> work) {
    return Acting.as(new Actor(person, "ASN"), work);
  }

  /** Does {@code work} as somebody without an account. */
  @ActivateRequestContext
  @Transactional
  <T> T asPublic(Supplier<T> work) {
    return Acting.as(Actor.PUBLIC, work);
  }

  /** Does {@code work} as the demo itself, before there is anybody. */
  @ActivateRequestContext
  @Transactional
  <T> T asDemo(Supplier<T> work) {
    return Acting.as(Actor.system("demo"), work);
  }
}
