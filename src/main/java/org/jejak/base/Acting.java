package org.jejak.base;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Who acts on this thread, and under which request id.
 *
 * <p>A thread-bound value and not a request-scoped bean, because followers, sweepers and the demo
 * fill act too, and they have no request.
 */
public final class Acting {
  private record Bound(Actor actor, String request, AtomicInteger parts) {}

  private static final ThreadLocal<Bound> BOUND = new ThreadLocal<>();

  private Acting() {}

  /** Who acts now; {@link Actor#PUBLIC} where nobody has been named. */
  public static Actor now() {
    Bound bound = BOUND.get();
    return bound == null ? Actor.PUBLIC : bound.actor();
  }

  /**
   * The id of the request that is being served; one command run twice under one id is recorded
   * once. A new random one where none was given.
   */
  public static String request() {
    Bound bound = BOUND.get();
    return bound == null ? Handle.random() : bound.request();
  }

  /**
   * The running numbers, from 0, of what this request records. A request that is sent again counts
   * from 0 again, and so meets what it recorded before.
   */
  public static IntSupplier parts() {
    Bound bound = BOUND.get();
    return (bound == null ? new AtomicInteger() : bound.parts())::getAndIncrement;
  }

  /** Runs {@code work} as {@code actor} under a request id of its own, then restores what was. */
  public static <T> T as(Actor actor, Supplier<T> work) {
    return as(actor, Handle.random(), work);
  }

  /** Runs {@code work} as {@code actor} under the given request id, then restores what was. */
  public static <T> T as(Actor actor, String request, Supplier<T> work) {
    Bound before = BOUND.get();
    BOUND.set(new Bound(actor, request, new AtomicInteger()));
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  /**
   * As {@link #as(Actor, String, Supplier)}, for filters and interceptors, whose work may throw.
   * Under the request id that is bound already the running numbers go on.
   */
  public static <T> T call(Actor actor, String request, Callable<T> work) throws Exception {
    Bound before = BOUND.get();
    boolean same = before != null && before.request().equals(request);
    BOUND.set(new Bound(actor, request, same ? before.parts() : new AtomicInteger()));
    try {
      return work.call();
    } finally {
      restore(before);
    }
  }

  private static void restore(Bound before) {
    if (before == null) {
      BOUND.remove();
    } else {
      BOUND.set(before);
    }
  }

  /** As {@link #as(Actor, Supplier)}, for work without an answer. */
  public static void run(Actor actor, Runnable work) {
    Object unused =
        as(
            actor,
            () -> {
              work.run();
              return null;
            });
  }
}
