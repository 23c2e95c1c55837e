package org.jejak.ledger.witness;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Proofs;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Tiles;

/** All witnesses of this agency, asked at the same time. */
final class Panel {
  /** A cosignature that came. */
  record Line(String witness, Instant at, SignedNote.Line line) {}

  /**
   * Proof, signed by our own key, that a witness has seen another log than the one we have: an
   * older state was restored here, or two stories were told.
   */
  static final class Contradiction extends Exception {
    private static final long serialVersionUID = 1L;

    Contradiction(String message) {
      super(message);
    }
  }

  private final List<Desk> desks;
  private final Clock clock;

  Panel(List<Desk> desks, Clock clock) {
    this.desks = List.copyOf(desks);
    this.clock = clock;
  }

  List<Desk> desks() {
    return desks;
  }

  /**
   * Asks every witness that does not rest; takes two seconds at most.
   *
   * @param tiles of the log, from which it is proven that the checkpoint continues what they saw
   * @param ours whether a note is signed by a key of this log
   * @throws Contradiction if one of them can prove that this log is not what it was
   */
  List<Line> ask(SignedNote note, Checkpoint head, Tiles tiles, Predicate<SignedNote> ours)
      throws Contradiction {
    Instant now = clock.instant();
    Map<Desk, CompletableFuture<WitnessAnswer>> asked = new LinkedHashMap<>();
    for (Desk desk : desks) {
      if (desk.isAwake(now)) {
        long old = Math.min(desk.size(head.origin()), head.size());
        asked.put(desk, send(desk, note, head, old, tiles));
      }
    }
    Map<Desk, CompletableFuture<WitnessAnswer>> again = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    List<Desk> doubted = new ArrayList<>();
    asked.forEach(
        (desk, answer) -> {
          if (answer.join() instanceof WitnessAnswer.Elsewhere elsewhere
              && elsewhere.size() <= head.size()) {
            desk.remember(head.origin(), elsewhere.size());
            again.put(desk, send(desk, note, head, elsewhere.size(), tiles));
          } else {
            take(desk, answer.join(), head, lines, doubted);
          }
        });
    again.forEach((desk, answer) -> take(desk, answer.join(), head, lines, doubted));
    for (Desk desk : doubted) {
      demandNoContradiction(desk, head, tiles, ours);
    }
    return lines;
  }

  private static CompletableFuture<WitnessAnswer> send(
      Desk desk, SignedNote note, Checkpoint head, long old, Tiles tiles) {
    List<byte[]> proof = new Proofs(tiles, head.size()).consistency(old);
    return desk.client().addCheckpoint(note, old, proof);
  }

  private void take(
      Desk desk, WitnessAnswer answer, Checkpoint head, List<Line> lines, List<Desk> doubted) {
    Instant now = clock.instant();
    switch (answer) {
      case WitnessAnswer.Cosigned(SignedNote.Line line, Instant at) -> {
        desk.cosigned(head.origin(), head.size(), at, true);
        lines.add(new Line(desk.state().name(), at, line));
      }
      case WitnessAnswer.Elsewhere(long size) when size <= head.size() ->
          desk.failed(WitnessState.Health.UNREADABLE, "it answers 409 again and again", now);
      case WitnessAnswer.Elsewhere elsewhere -> {
        desk.failed(
            WitnessState.Health.CONTRADICTS, "it is at " + elsewhere.size() + ", we at less", now);
        doubted.add(desk);
      }
      case WitnessAnswer.Contradicted none -> {
        desk.failed(WitnessState.Health.CONTRADICTS, "422: not what it has seen", now);
        doubted.add(desk);
      }
      case WitnessAnswer.Refused(int status) ->
          desk.failed(WitnessState.Health.REFUSES, "it answers " + status, now);
      case WitnessAnswer.Unreadable(String why) ->
          desk.failed(WitnessState.Health.UNREADABLE, why, now);
      case WitnessAnswer.Silent(String why) -> desk.failed(WitnessState.Health.SILENT, why, now);
    }
  }

  /**
   * A witness's word alone must not stop the log: anybody could be it. What our own key has signed
   * is another matter.
   */
  private static void demandNoContradiction(
      Desk desk, Checkpoint head, Tiles tiles, Predicate<SignedNote> ours) throws Contradiction {
    Optional<SignedNote> shown = desk.client().remembered(head.origin()).join();
    if (shown.isEmpty() || !ours.test(shown.get())) {
      return;
    }
    Checkpoint seen;
    try {
      seen = Checkpoint.parse(shown.get().text());
    } catch (IllegalArgumentException unsignedByUs) {
      return; // our key has signed no such text
    }
    if (!seen.origin().equals(head.origin())) {
      return;
    }
    if (seen.size() > head.size()) {
      throw new Contradiction(
          "the log ends at %d entries, but the witness %s holds our checkpoint of %d: an older state"
                  .formatted(head.size(), desk.state().name(), seen.size())
              + " was restored, or entries were taken away");
    }
    if (!Arrays.equals(new Proofs(tiles, seen.size()).root(), seen.root())) {
      throw new Contradiction(
          "the witness %s holds our checkpoint of %d entries with another root"
              .formatted(desk.state().name(), seen.size()));
    }
    desk.remember(head.origin(), seen.size());
  }
}
