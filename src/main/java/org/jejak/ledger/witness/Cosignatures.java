package org.jejak.ledger.witness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SignedNote;

/** The cosignatures that are kept, each checked again whenever it is used. */
@ApplicationScoped
public class Cosignatures {
  @PersistenceContext EntityManager em;
  @Inject WitnessSettings settings;

  /**
   * A checkpoint with what witnesses said of it.
   *
   * @param note the checkpoint with all its lines
   * @param cosigned how many of our witnesses have cosigned it
   */
  public record Checkpoint(long size, String note, int cosigned) {}

  /** The first checkpoint that holds this entry and that enough of our witnesses have cosigned. */
  public Optional<Checkpoint> covering(String log, long index) {
    List<CosignerKey> keys = keys();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    List<?> rows =
        em.createNativeQuery(
                "select c.size, c.note from (select size from ledger_cosignature"
                    + " where log = ?1 and size > ?2"
                    + " and witness = any (string_to_array(?3, ' '))"
                    + " group by size having count(*) >= ?4 order by size limit 1) enough"
                    + " join ledger_checkpoint c on c.log = ?1 and c.size = enough.size")
            .setParameter(1, log)
            .setParameter(2, index)
            .setParameter(3, String.join(" ", keys.stream().map(CosignerKey::name).toList()))
            .setParameter(4, settings.quorum())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> with(log, ((Number) row[0]).longValue(), (String) row[1]))
        .filter(found -> found.cosigned() >= settings.quorum());
  }

  /** A checkpoint with all the good lines that there are for it. */
  public Checkpoint with(String log, long size, String note) {
    List<CosignerKey> keys = keys();
    if (keys.isEmpty() || note.isEmpty()) {
      return new Checkpoint(size, note, 0);
    }
    List<?> lines =
        em.createNativeQuery(
                "select line from ledger_cosignature where log = ?1 and size = ?2 order by witness")
            .setParameter(1, log)
            .setParameter(2, size)
            .getResultList();
    SignedNote signed = SignedNote.parse(note);
    List<SignedNote.Line> good = new ArrayList<>();
    for (Object line : lines) {
      good.addAll(good(signed, (String) line, keys));
    }
    return new Checkpoint(size, signed.with(good).toString(), good.size());
  }

  /** How many witnesses this agency has. */
  public int witnesses() {
    return settings.witnesses().size();
  }

  private List<CosignerKey> keys() {
    return settings.witnesses().stream().map(WitnessSettings.Witness::key).toList();
  }

  /** The line, if it is a cosignature of one of these keys; whoever changed it has only lost it. */
  private static List<SignedNote.Line> good(
      SignedNote signed, String line, List<CosignerKey> keys) {
    try {
      SignedNote alone = new SignedNote(signed.text(), SignedNote.parseLines(line));
      boolean ours = keys.stream().anyMatch(key -> key.cosigned(alone).isPresent());
      return ours && alone.lines().size() == 1 ? alone.lines() : List.of();
    } catch (IllegalArgumentException changed) {
      return List.of();
    }
  }

  /** The good lines that are kept for a checkpoint, each with its newline. */
  static List<String> lines(
      Connection connection, String log, long size, SignedNote signed, WitnessSettings settings)
      throws SQLException {
    List<CosignerKey> keys =
        settings.witnesses().stream().map(WitnessSettings.Witness::key).toList();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select line from ledger_cosignature where log = ? and size = ? order by witness")) {
      select.setString(1, log);
      select.setLong(2, size);
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          good(signed, rows.getString(1), keys).forEach(line -> lines.add(line.toString()));
        }
      }
      return lines;
    }
  }

  /** Keeps what came. */
  static void keep(Connection connection, String log, long size, List<Panel.Line> lines)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_cosignature (log, size, witness, at, line) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
      for (Panel.Line line : lines) {
        insert.setString(1, log);
        insert.setLong(2, size);
        insert.setString(3, line.witness());
        insert.setObject(4, line.at().atOffset(ZoneOffset.UTC));
        insert.setString(5, line.line().toString());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Tells the desk what its witness cosigned last, before this node was started. */
  static void recall(Connection connection, String log, String origin, Desk desk)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select size, at from ledger_cosignature where log = ? and witness = ?"
                + " order by size desc limit 1")) {
      select.setString(1, log);
      select.setString(2, desk.state().name());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          desk.cosigned(
              origin, row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), false);
        }
      }
    }
  }
}
