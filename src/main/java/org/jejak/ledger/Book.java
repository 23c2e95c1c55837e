package org.jejak.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.ledger.rows.Changes.Change;

/**
 * What the running command has appended, until its end turns it into entries.
 *
 * <p>Bound to the thread, as the transaction is. Who acts is kept with each event, because a
 * command may call another as a job of the system.
 */
final class Book {
  /** An event with its place in its chain. */
  record Line(LedgerEvent event, Actor actor, long seq, int part) {}

  /** Where a chain stands. {@code last} is the leaf hash of its newest stored entry. */
  record Chain(long seq, byte[] last) {}

  private static final ThreadLocal<Book> OPEN = new ThreadLocal<>();

  private final String request = Acting.request();
  private final IntSupplier parts = Acting.parts();
  private final Map<String, Chain> stored = new HashMap<>();
  private final Map<String, Long> newest = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, SortedMap<String, Change>> given = new HashMap<>();
  private final List<Recorded> joined = new ArrayList<>();
  private boolean sealed;

  private Book() {}

  /** The book of the running command; {@code null} outside of one. */
  static Book current() {
    return OPEN.get();
  }

  static Book open() {
    Book book = new Book();
    OPEN.set(book);
    return book;
  }

  static void close() {
    OPEN.remove();
  }

  boolean knows(String chain) {
    return stored.containsKey(chain);
  }

  /** Remembers where a locked chain stands in the database. */
  void begin(String chain, Chain state) {
    stored.put(chain, state);
  }

  Chain stored(String chain) {
    return stored.get(chain);
  }

  void append(LedgerEvent event) {
    if (sealed) {
      throw new IllegalStateException("the entries of this command are written; append earlier");
    }
    String chain = event.subject().handle();
    long seq = newest.getOrDefault(chain, stored.get(chain).seq()) + 1;
    newest.put(chain, seq);
    lines.add(new Line(event, Acting.now(), seq, parts.getAsInt()));
  }

  /** The number of the newest entry this command appended to the chain. */
  OptionalLong newest(String chain) {
    Long seq = newest.get(chain);
    return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
  }

  /** Commits, in the entry with this number, to fields that no change set names. */
  void commitTo(String chain, long seq, SortedMap<String, Change> fields) {
    given.computeIfAbsent(chain + '/' + seq, place -> new TreeMap<>()).putAll(fields);
  }

  /** What {@link #commitTo} was told for this entry. */
  SortedMap<String, Change> given(String chain, long seq) {
    return given.getOrDefault(chain + '/' + seq, Collections.emptySortedMap());
  }

  /** Whether no later entry of this command follows in the chain. */
  boolean isNewest(String chain, long seq) {
    return newest.get(chain) == seq;
  }

  /** A new row, which gets its number when all events are known. */
  void joined(Recorded row) {
    joined.add(row);
  }

  List<Recorded> joined() {
    return joined;
  }

  List<Line> lines() {
    return lines;
  }

  String request() {
    return request;
  }

  /** No event and no recorded change from here on. */
  void seal() {
    sealed = true;
  }

  boolean isSealed() {
    return sealed;
  }
}
