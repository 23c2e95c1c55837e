package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.ledger.log.Obstacle;
import org.jejak.ledger.witness.Cosignatures;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.Proofs;
import org.jejak.tlog.Tiles;
import org.jejak.tlog.VerifierKey;

/** The log {@code records}: append in a command, read anywhere. */
@ApplicationScoped
public class Ledger {
  /** The log of everything with legal weight. */
  public static final String RECORDS = "records";

  private static final Duration LOOK = Duration.ofMillis(250);

  @PersistenceContext EntityManager em;
  @Inject Logs logs;
  @Inject Cosignatures cosignatures;

  /**
   * Appends the event to its subject's chain, in the running command's transaction.
   *
   * @throws IllegalStateException outside a command
   * @throws Refusal {@code ledger.…} while nothing can be recorded: {@link Obstacle.Kind}
   */
  public void append(LedgerEvent event) {
    refuseWhenNothingCanBeProven();
    begin(event);
  }

  /** Appends also while the log is not open yet. */
  void begin(LedgerEvent event) {
    Book book = Book.current();
    if (book == null) {
      throw new IllegalStateException(Format.name(event) + " appended outside a command");
    }
    String chain = event.subject().handle();
    if (!book.knows(chain)) {
      book.begin(chain, Chains.lock(em.unwrap(Connection.class), RECORDS, chain));
    }
    book.append(event);
  }

  /**
   * Appends events of several chains, in the order of their handles, so that no two meet crosswise.
   */
  public void append(List<? extends LedgerEvent> events) {
    events.stream()
        .sorted(Comparator.comparing(event -> event.subject().handle()))
        .forEachOrdered(this::append);
  }

  /** The newest entries of a chain below {@code beforeSeq}, newest first, at most {@code limit}. */
  public List<Entry> newest(String caseRef, long beforeSeq, int limit) {
    return entries(
        em.createNativeQuery(
                "select coalesce(l.idx, -1), e.bytes from ledger_entry e"
                    + " left join ledger_leaf l on l.entry_id = e.id"
                    + " where e.log = ?1 and e.case_ref = ?2 and e.case_seq < ?3"
                    + " order by e.case_seq desc limit ?4")
            .setParameter(1, RECORDS)
            .setParameter(2, caseRef)
            .setParameter(3, beforeSeq)
            .setParameter(4, limit));
  }

  /** How many entries a chain has. */
  public long count(String caseRef) {
    return number(
        em.createNativeQuery(
                "select coalesce(max(case_seq), 0) from ledger_entry"
                    + " where log = ?1 and case_ref = ?2")
            .setParameter(1, RECORDS)
            .setParameter(2, caseRef));
  }

  /**
   * Placed entries with an index above {@code index}, in order, at most {@code limit}. For
   * followers.
   */
  public List<Entry> after(long index, int limit) {
    return entries(
        em.createNativeQuery(
                "select l.idx, e.bytes from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                    + " where l.log = ?1 and l.idx > ?2 order by l.idx"
                    // In the statement itself: without it the database plans for the whole rest.
                    + " limit ?3")
            .setParameter(1, RECORDS)
            .setParameter(2, index)
            .setParameter(3, limit));
  }

  /** The tiles of this log, for whoever proves many entries at once. */
  public Tiles tiles() {
    return new QueriedTiles(em, RECORDS);
  }

  /** The chains that come after this one in the order of their handles, at most {@code limit}. */
  public List<String> chains(String after, int limit) {
    List<?> handles =
        em.createNativeQuery(
                "select distinct case_ref from ledger_entry where log = ?1 and case_ref > ?2"
                    + " order by case_ref limit ?3")
            .setParameter(1, RECORDS)
            .setParameter(2, after)
            .setParameter(3, limit)
            .getResultList();
    return handles.stream().map(String.class::cast).toList();
  }

  /** The number of entries that have a place in the log. */
  public long size() {
    return number(
        em.createNativeQuery("select size from ledger_head where log = ?1")
            .setParameter(1, RECORDS));
  }

  /** The receipt of one entry: recorded, or logged with its index and proof. */
  public Optional<Receipt> receipt(String caseRef, long seq) {
    return receipt(
        em.createNativeQuery(
                "select e.receipt_id, e.bytes, coalesce(l.idx, -1), h.size, h.note"
                    + " from ledger_entry e join ledger_head h on h.log = e.log"
                    + " left join ledger_leaf l on l.entry_id = e.id"
                    + " where e.log = ?1 and e.case_ref = ?2 and e.case_seq = ?3")
            .setParameter(1, RECORDS)
            .setParameter(2, caseRef)
            .setParameter(3, seq));
  }

  /** The receipt with this public id. */
  public Optional<Receipt> receipt(String id) {
    return receipt(
        em.createNativeQuery(
                "select e.receipt_id, e.bytes, coalesce(l.idx, -1), h.size, h.note"
                    + " from ledger_entry e join ledger_head h on h.log = e.log"
                    + " left join ledger_leaf l on l.entry_id = e.id"
                    + " where e.log = ?1 and e.receipt_id = ?2")
            .setParameter(1, RECORDS)
            .setParameter(2, id));
  }

  /**
   * As {@link #receipt(String, long)}, but waits until the entry has its place in a signed
   * checkpoint, or for {@code most}. Call it outside a transaction: while it waits it holds no
   * connection.
   */
  public Optional<Receipt> await(String caseRef, long seq, Duration most) {
    long until = System.nanoTime() + most.toNanos();
    while (true) {
      long known = logs.size(RECORDS);
      Optional<Receipt> receipt = receipt(caseRef, seq);
      Duration left = Duration.ofNanos(until - System.nanoTime());
      if (receipt.isEmpty()
          || receipt.get().state() != Receipt.State.RECORDED
          || !left.isPositive()) {
        return receipt;
      }
      try {
        // Another node may run the sequencer: look again now and then, whatever this one knows.
        logs.awaitGrowth(RECORDS, known, left.compareTo(LOOK) < 0 ? left : LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return receipt;
      }
    }
  }

  /** Why nothing can be recorded now, for those who run this; empty while all is well. */
  public Optional<String> obstacle() {
    return logs.obstacle(RECORDS).map(Obstacle::why);
  }

  /** Whether acts can be recorded now. */
  public boolean writable() {
    return obstacle().isEmpty();
  }

  /** All keys whose signature under a checkpoint of this log counts, the newest first. */
  public List<VerifierKey> verifierKeys() {
    return logs.records().keys().verifiers();
  }

  /** The key that checks this log's newest checkpoints. */
  public VerifierKey verifierKey() {
    return logs.records().keys().verifier();
  }

  /** The seq of the newest entry of this chain appended in the running command. */
  public long seqOf(Subject subject) {
    Book book = Book.current();
    if (book == null) {
      throw new IllegalStateException("no command is running");
    }
    return book.newest(subject.handle())
        .orElseThrow(
            () -> new IllegalStateException("nothing was appended to " + subject.handle()));
  }

  private void refuseWhenNothingCanBeProven() {
    logs.obstacle(RECORDS)
        .ifPresent(
            obstacle -> {
              throw new Refusal(
                  Refusal.Kind.CLOSED,
                  obstacle.kind().key(),
                  "nothing can be recorded: " + obstacle.why());
            });
  }

  private Optional<Receipt> receipt(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).findFirst().map(this::receipt);
  }

  private Receipt receipt(Object[] row) {
    String id = (String) row[0];
    long index = ((Number) row[2]).longValue();
    long size = ((Number) row[3]).longValue();
    int witnesses = cosignatures.witnesses();
    if (index < 0 || index >= size) {
      return new Receipt(Receipt.State.RECORDED, id, -1, null, 0, witnesses);
    }
    Optional<Cosignatures.Checkpoint> witnessed = cosignatures.covering(RECORDS, index);
    Cosignatures.Checkpoint checkpoint =
        witnessed.orElseGet(() -> cosignatures.with(RECORDS, size, (String) row[4]));
    List<byte[]> path =
        new Proofs(new QueriedTiles(em, RECORDS), checkpoint.size()).inclusion(index);
    ProofText proof = new ProofText((byte[]) row[1], index, path, checkpoint.note());
    return new Receipt(
        witnessed.isPresent() ? Receipt.State.WITNESSED : Receipt.State.LOGGED,
        id,
        index,
        proof.toString(),
        checkpoint.cosigned(),
        witnesses);
  }

  static List<Entry> entries(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> Format.entry(((Number) row[0]).longValue(), (byte[]) row[1]))
        .toList();
  }

  private static long number(Query query) {
    return ((Number) query.getSingleResult()).longValue();
  }
}
