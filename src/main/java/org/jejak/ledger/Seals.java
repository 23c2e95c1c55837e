package org.jejak.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jejak.ledger.verify.ChainSeal;
import org.jejak.tlog.Merkle;

/**
 * The quick look at one chain when its file is opened: each entry's bytes against its leaf, its
 * number, and the entry before it; each field of its rows against its newest commitment. The whole
 * log is {@link Verifications}' matter.
 */
@ApplicationScoped
public class Seals {
  private static final int MOST = 5_000;

  /** What the look showed. */
  public enum State {
    /** Every entry fits and has its place in the log. */
    WHOLE,
    /** Every entry fits; the newest wait for their place. */
    WAITING,
    /** Something does not fit. */
    BROKEN
  }

  /**
   * One entry of the chain.
   *
   * @param index its place in the log; -1 while it waits
   * @param act the event's lasting name; empty where the bytes are no entry
   * @param fits whether bytes, leaf, number and predecessor agree
   */
  public record Link(long seq, long index, String act, String leaf, boolean fits) {}

  /**
   * The look at a chain, first entry first.
   *
   * @param faults what does not fit in the rows that the entries speak of
   */
  public record Seal(State state, List<Link> links, List<Fault> faults) {}

  @PersistenceContext EntityManager em;
  @Inject ChainSeal rows;

  /** Looks at the chain with this handle; at its first 5,000 entries. */
  public Seal of(String caseRef) {
    List<Link> links = new ArrayList<>();
    String before = "";
    for (Object row : rows(caseRef)) {
      Link link = link((Object[]) row, caseRef, links.size() + 1, before);
      links.add(link);
      before = link.leaf();
    }
    List<Fault> faults = rows.of(caseRef);
    return new Seal(faults.isEmpty() ? state(links) : State.BROKEN, links, faults);
  }

  private List<?> rows(String caseRef) {
    return em.createNativeQuery(
            "select e.case_seq, coalesce(l.idx, -1), e.bytes, l.hash from ledger_entry e"
                + " left join ledger_leaf l on l.entry_id = e.id"
                + " where e.log = ?1 and e.case_ref = ?2 order by e.case_seq limit ?3")
        .setParameter(1, Ledger.RECORDS)
        .setParameter(2, caseRef)
        .setParameter(3, MOST)
        .getResultList();
  }

  private static Link link(Object[] row, String caseRef, long expected, String before) {
    long seq = ((Number) row[0]).longValue();
    long index = ((Number) row[1]).longValue();
    byte[] bytes = (byte[]) row[2];
    byte[] leaf = Merkle.leaf(bytes);
    boolean placed = row[3] == null || Arrays.equals(leaf, (byte[]) row[3]);
    String act = "";
    boolean fits = false;
    try {
      JsonObject entry = Format.parse(bytes);
      act = entry.getString("act", "");
      fits =
          placed
              && seq == expected
              && entry.getInt("seq", 0) == expected
              && entry.getString("case", "").equals(caseRef)
              && entry.getString("prev", "").equals(before);
    } catch (JsonException | ClassCastException e) {
      fits = false; // answered on the page: this entry does not fit
    }
    return new Link(seq, index, act, HexFormat.of().formatHex(leaf), fits);
  }

  private static State state(List<Link> links) {
    if (links.isEmpty() || !links.stream().allMatch(Link::fits)) {
      return State.BROKEN;
    }
    return links.stream().allMatch(link -> link.index() >= 0) ? State.WHOLE : State.WAITING;
  }
}
