package org.jejak.ledger.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What the request that is being served has shown, and of whose files, until its answer leaves.
 *
 * <p>Bound to the thread, as {@link org.jejak.base.Acting} is. Outside of a request (jobs,
 * followers, the demo fill) there is none and nothing is noted.
 */
public final class Look {
  /** The files that one entry names; an entry has at most 60,000 bytes. */
  static final int MOST_FILES = 1000;

  private static final ThreadLocal<Look> RUNNING = new ThreadLocal<>();

  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> denied = new LinkedHashSet<>();
  private boolean refused;
  private LookKind kind;
  private String part;
  private String about;
  private String account;
  private Long hits;
  private boolean act;

  /** Serves a request under this look. */
  public <T> T during(Callable<T> work) throws Exception {
    Look before = RUNNING.get();
    RUNNING.set(this);
    try {
      return work.call();
    } finally {
      if (before == null) {
        RUNNING.remove();
      } else {
        RUNNING.set(before);
      }
    }
  }

  private static Optional<Look> running() {
    return Optional.ofNullable(RUNNING.get());
  }

  /** Text of the file with this handle goes into the answer. */
  public static void saw(String file) {
    running().ifPresent(look -> look.files.add(file));
  }

  /** The answer is more than an opening. */
  public static void as(LookKind kind) {
    running().ifPresent(look -> look.kind = kind);
  }

  /**
   * A search was answered. Its words are kept in no form: they may name a reporter, and a hash of a
   * name is guessed from a list of names.
   */
  public static void searched(long hits) {
    running()
        .ifPresent(
            look -> {
              look.kind = LookKind.SEARCHED;
              look.hits = hits;
            });
  }

  /** The part of the system that answers, as a pattern of its address and never the address. */
  public static void at(String part) {
    running().ifPresent(look -> look.part = part);
  }

  /** The answer is about what this person did. */
  public static void about(String person) {
    running().ifPresent(look -> look.about = person);
  }

  /**
   * It was refused.
   *
   * @param file the handle of what is not for whoever asked; {@code null} where there is none,
   *     which is recorded as well: who tries numbers is seen, and both take the same time
   */
  public static void denied(String file) {
    running()
        .ifPresent(
            look -> {
              look.refused = true;
              if (file != null) {
                look.denied.add(file);
              }
            });
  }

  /**
   * A sign-in failed.
   *
   * @param person whose account it was; {@code null} where there is no such account
   */
  public static void signInFailed(String person) {
    running()
        .ifPresent(
            look -> {
              look.kind = LookKind.SIGN_IN_FAILED;
              look.account = person;
            });
  }

  /**
   * An act of REST was answered: with number, stage and receipt, but no text. The act has its own
   * entry in the log {@code records}.
   */
  public static void acted() {
    running().ifPresent(look -> look.act = true);
  }

  /** Whose account somebody else tried to use; empty in all other looks. */
  Optional<String> account() {
    return Optional.ofNullable(account);
  }

  /** Whether something has to be recorded before more of the answer may leave. */
  public boolean hasNews(boolean text) {
    return refused || isNamed(text) || (text && !act && !files.isEmpty());
  }

  private boolean isNamed(boolean text) {
    return kind != null && (text || kind == LookKind.SIGN_IN_FAILED);
  }

  /**
   * What has to be recorded before more of the answer may leave; empty where nothing has. What is
   * taken once does not come again.
   *
   * @param text whether the answer has a body of ours; a redirect or an error page shows no file
   */
  List<Looked.Facts> take(boolean text) {
    List<Looked.Facts> facts = new ArrayList<>();
    boolean named = isNamed(text);
    files.removeAll(denied); // a finder may have to read a file to see that it must not be shown
    List<String> shown = text && !act ? List.copyOf(files) : List.of();
    if (named || !shown.isEmpty() || refused) {
      int from = 0;
      do {
        List<String> some = shown.subList(from, Math.min(shown.size(), from + MOST_FILES));
        facts.add(
            new Looked.Facts(kind(named, some), part, some, List.copyOf(denied), hits, about));
        denied.clear();
        from += MOST_FILES;
      } while (from < shown.size());
    }
    files.clear();
    denied.clear();
    refused = false;
    if (named) {
      hits = null;
      kind = null;
    }
    return facts;
  }

  private LookKind kind(boolean named, List<String> shown) {
    if (named) {
      return kind;
    }
    return shown.isEmpty() ? LookKind.DENIED : LookKind.OPENED;
  }
}
