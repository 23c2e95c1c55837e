package org.jejak.ledger.rows;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.jejak.ledger.Recorded;

/** What a command has changed, as the persistence provider wrote it. */
public final class Changes {
  /**
   * One field that changed.
   *
   * @param subject handle of whom the field describes: under whose key it is sealed
   * @param value canonical; {@code null} where it became empty
   */
  public record Change(String subject, byte[] value) {}

  private record Touched(Recorded row, boolean isNew, List<String> attributes) {}

  private final List<Touched> touched;

  private Changes(List<Touched> touched) {
    this.touched = touched;
  }

  /** All that this transaction has flushed so far, in however many portions. */
  public static Changes flushed(EntityManager em) {
    RepeatableWriteUnitOfWork work = (RepeatableWriteUnitOfWork) em.unwrap(UnitOfWork.class);
    UnitOfWorkChangeSet changes = work.getCumulativeUOWChangeSet();
    List<Touched> touched = new ArrayList<>();
    if (changes != null) {
      for (ObjectChangeSet change : changes.getAllChangeSets().values()) {
        if (change.getUnitOfWorkClone() instanceof Recorded row) {
          touched.add(new Touched(row, change.isNew(), change.getChangedAttributeNames()));
        }
      }
    }
    return new Changes(touched);
  }

  /** The rows. */
  public List<Recorded> rows() {
    return touched.stream().map(Touched::row).toList();
  }

  /** The changed fields of each chain, by their ids. */
  public Map<String, SortedMap<String, Change>> byChain(RecordedTables tables) {
    Map<String, SortedMap<String, Change>> chains = new TreeMap<>();
    for (Touched one : touched) {
      String subject = one.row().describes().handle();
      SortedMap<String, Change> chain =
          chains.computeIfAbsent(one.row().trail().caseRef(), handle -> new TreeMap<>());
      tables
          .of(one.row().getClass())
          .values(one.row(), one.isNew() ? null : one.attributes())
          .forEach((field, value) -> chain.put(field, new Change(subject, value)));
    }
    return chains;
  }
}
