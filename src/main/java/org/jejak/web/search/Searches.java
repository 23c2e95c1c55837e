package org.jejak.web.search;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jejak.base.Handle;

/** The words of the last few searches of this session, each under a random name. */
@SessionScoped
public class Searches implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int KEPT = 20;

  private record Asked(String name, String words) implements Serializable {}

  private final Deque<Asked> asked = new ArrayDeque<>();

  /** Keeps the words; where they were searched for before, under the same name. */
  synchronized String keep(String words) {
    for (Asked earlier : asked) {
      if (earlier.words().equals(words)) {
        return earlier.name();
      }
    }
    Asked now = new Asked(Handle.random(10), words);
    asked.addFirst(now);
    while (asked.size() > KEPT) {
      asked.removeLast();
    }
    return now.name();
  }

  synchronized Optional<String> words(String name) {
    return asked.stream()
        .filter(earlier -> earlier.name().equals(name))
        .map(Asked::words)
        .findFirst();
  }
}
