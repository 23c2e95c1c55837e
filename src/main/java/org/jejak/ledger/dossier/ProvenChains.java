package org.jejak.ledger.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipOutputStream;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.Logs;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.Proofs;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.verify.Dossier;

/** Proves whole chains under one published checkpoint, with whatever witnesses have added to it. */
@ApplicationScoped
public class ProvenChains {
  private static final Duration LOOK = Duration.ofMillis(100);

  /**
   * A published checkpoint.
   *
   * @param note with its cosignatures
   */
  public record Published(long size, String note) {}

  @PersistenceContext EntityManager em;
  @Inject Ledger ledger;
  @Inject Logs logs;

  /**
   * Waits, holding no connection, until an entry is under a published checkpoint.
   *
   * @throws Refusal {@code dossier.later} where the time was not enough
   */
  public Published await(String chain, long seq, Duration most) throws IOException {
    long until = System.nanoTime() + most.toNanos();
    do {
      long index = ledger.await(chain, seq, LOOK).map(receipt -> receipt.index()).orElse(-1L);
      Optional<Published> published = published();
      if (index >= 0 && published.isPresent() && index < published.get().size()) {
        return published.get();
      }
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    } while (System.nanoTime() < until);
    throw new Refusal(
        Refusal.Kind.CLOSED, "dossier.later", "the entry is not under a checkpoint yet");
  }

  private Optional<Published> published() throws IOException {
    return logs.records()
        .publication()
        .checkpoint()
        .map(note -> new Published(Checkpoint.parse(SignedNote.parse(note).text()).size(), note));
  }

  /**
   * Writes the exact entries of a chain, each with its proof.
   *
   * @param last the number of the last entry that belongs to it
   */
  public void write(String chain, long last, Published under, ZipOutputStream zip)
      throws IOException {
    Proofs proofs = new Proofs(ledger.tiles(), under.size());
    List<?> rows =
        em.createNativeQuery(
                "select e.case_seq, e.bytes, l.idx from ledger_entry e"
                    + " join ledger_leaf l on l.entry_id = e.id"
                    + " where e.log = ?1 and e.case_ref = ?2 and e.case_seq <= ?3"
                    + " order by e.case_seq")
            .setParameter(1, Ledger.RECORDS)
            .setParameter(2, chain)
            .setParameter(3, last)
            .getResultList();
    for (Object found : rows) {
      Object[] row = (Object[]) found;
      long seq = ((Number) row[0]).longValue();
      byte[] entry = (byte[]) row[1];
      long index = ((Number) row[2]).longValue();
      ProofText proof = new ProofText(entry, index, proofs.inclusion(index), under.note());
      Dossier.add(zip, Dossier.entry(seq), entry);
      Dossier.add(zip, Dossier.proof(seq), proof.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes files that are named in the list of contents, and the list. */
  public static void write(Map<String, byte[]> files, String contents, ZipOutputStream zip)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Dossier.add(zip, file.getKey(), file.getValue());
    }
    Dossier.add(zip, Dossier.CONTENTS, contents.getBytes(StandardCharsets.UTF_8));
  }
}
