package org.jejak.ledger.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jejak.ledger.Entry;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.seal.Opening;
import org.jejak.ledger.seal.Vault;
import org.jejak.tlog.verify.Dossier;

/** Chains with the fields of their entries opened, as far as somebody may see them. */
@ApplicationScoped
public class OpenedChains {
  /** A chain longer than this is no case of ours. */
  private static final int MOST = 100_000;

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject Vault vault;

  /**
   * The chain, first entry first.
   *
   * @param mayRead whether a field may be opened, by its table and its column
   */
  public List<Link> read(String chain, Predicate<String> mayRead) {
    Map<Long, List<Opening>> opened = openings(chain, mayRead);
    List<Link> links = new ArrayList<>();
    for (Entry entry : ledger.newest(chain, Long.MAX_VALUE, MOST).reversed()) {
      links.add(
          new Link(
              entry.seq(), entry.at(), entry.act(), opened.getOrDefault(entry.seq(), List.of())));
    }
    return links;
  }

  /** The files of what is opened, by their names. */
  public SortedMap<String, byte[]> files(List<Link> links) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Link link : links) {
      if (!link.opened().isEmpty()) {
        files.put(Dossier.opened(link.seq()), link.file());
      }
    }
    return files;
  }

  private Map<Long, List<Opening>> openings(String chain, Predicate<String> mayRead) {
    List<?> rows =
        em.createNativeQuery(
                "select e.case_seq, e.receipt_id, d.field, d.sealed, d.key_id"
                    + " from ledger_entry e join ledger_disclosure d on d.entry_id = e.id"
                    + " where e.log = ?1 and e.case_ref = ?2 order by e.case_seq, d.field")
            .setParameter(1, Ledger.RECORDS)
            .setParameter(2, chain)
            .getResultList();
    vault.prepare(rows.stream().map(row -> (String) ((Object[]) row)[4]).distinct().toList());
    Map<Long, List<Opening>> opened = new LinkedHashMap<>();
    for (Object found : rows) {
      Object[] row = (Object[]) found;
      String field = (String) row[2];
      if (mayRead.test(tableAndColumn(field))) {
        // What was erased or does not open is left out: its commitment stands in the entry.
        vault
            .key((String) row[4])
            .flatMap(key -> Opening.open(key, (String) row[1], field, (byte[]) row[3]))
            .ifPresent(
                opening ->
                    opened
                        .computeIfAbsent(((Number) row[0]).longValue(), seq -> new ArrayList<>())
                        .add(opening));
      }
    }
    return opened;
  }

  /** {@code case_file/ROW/title} as {@code case_file/title}. */
  private static String tableAndColumn(String field) {
    return field.substring(0, field.indexOf('/')) + field.substring(field.lastIndexOf('/'));
  }
}
