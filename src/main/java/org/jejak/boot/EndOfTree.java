package org.jejak.boot;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;

/** The database's part of a {@link Succession}: one transaction, with the triggers off. */
final class EndOfTree {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> FROZEN =
      List.of("ledger_leaf", "ledger_node", "ledger_checkpoint", "ledger_head");

  private final Connection owner;
  private final String log;

  EndOfTree(Connection owner, String log) {
    this.owner = owner;
    this.log = log;
  }

  /** The name of the tree that ended, where this succession is in the database already. */
  Optional<String> begun(String origin) throws SQLException {
    try (PreparedStatement select =
        owner.prepareStatement(
            "select case_ref from ledger_entry where log = ? and request_id = ?")) {
      select.setString(1, log);
      select.setString(2, request(origin));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * Ends the tree, and writes the entry with which the next begins.
   *
   * @param seen the newest checkpoint that left this host; it may be ahead of a restored database
   * @return the ended tree's name
   */
  String run(String origin, String key, String reason, Optional<Checkpoint> seen)
      throws SQLException {
    owner.setAutoCommit(false);
    String ended = log + "-" + number();
    try (Statement statement = owner.createStatement()) {
      for (String table : FROZEN) {
        statement.execute("alter table " + table + " disable trigger all");
      }
      Checkpoint stored = head(statement);
      Checkpoint head = seen.filter(newer -> newer.size() > stored.size()).orElse(stored);
      move(statement, ended);
      String nonce = nonce();
      writeFirst(entry(nonce, ended, head, origin, key, reason), nonce, ended, origin);
      for (String table : FROZEN) {
        statement.execute("alter table " + table + " enable always trigger ledger_no_delete");
        statement.execute("alter table " + table + " enable always trigger ledger_no_truncate");
      }
    }
    owner.commit();
    return ended;
  }

  private void move(Statement statement, String ended) throws SQLException {
    statement.execute(
        "insert into ledger_former_leaf (log, idx, entry_id, hash)"
            + " select '%s', idx, entry_id, hash from ledger_leaf where log = '%s'"
                .formatted(ended, log));
    statement.execute("delete from ledger_leaf where log = '%s'".formatted(log));
    statement.execute("delete from ledger_node where log = '%s'".formatted(log));
    statement.execute(
        "update ledger_checkpoint set log = '%s' where log = '%s'".formatted(ended, log));
    statement.execute(
        "update ledger_head set size = 0, root = sha256(''), note = '' where log = '%s'"
            .formatted(log));
  }

  private Checkpoint head(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select note from ledger_head where log = '%s'".formatted(log))) {
      if (!row.next() || row.getString(1).isEmpty()) {
        throw new Trouble("The log is empty: there is nothing to succeed.");
      }
      return Checkpoint.parse(SignedNote.parse(row.getString(1)).text());
    }
  }

  private long number() throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery("select count(distinct log) + 1 from ledger_former_leaf")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Below all others: the sequencer places entries in the order of their ids. */
  private void writeFirst(byte[] entry, String nonce, String chain, String origin)
      throws SQLException {
    try (PreparedStatement insert =
        owner.prepareStatement(
            "insert into ledger_entry"
                + " (id, log, case_ref, case_seq, bytes, receipt_id, request_id, request_part)"
                + " overriding system value"
                + " select least(min(id), 1) - 1, ?, ?, 1, ?, ?, ?, 0 from ledger_entry")) {
      insert.setString(1, log);
      insert.setString(2, chain);
      insert.setBytes(3, entry);
      insert.setString(4, nonce);
      insert.setString(5, request(origin));
      insert.executeUpdate();
    }
  }

  private static String request(String origin) {
    String hash =
        HexFormat.of().formatHex(Merkle.leaf(origin.getBytes(StandardCharsets.UTF_8)), 0, 16);
    return "succession-" + hash;
  }

  /** RFC 8785: keys in order, no spaces. */
  private byte[] entry(
      String nonce, String chain, Checkpoint head, String origin, String key, String reason) {
    String data =
        "{\"former\":%s,\"key\":%s,\"log\":%s,\"origin\":%s,\"reason\":%s,\"root\":%s,\"size\":%d}"
            .formatted(
                quoted(head.origin()),
                quoted(key),
                quoted(log),
                quoted(origin),
                quoted(reason),
                quoted(HexFormat.of().formatHex(head.root())),
                head.size());
    String entry =
        ("{\"act\":\"log.succeeded/1\",\"app\":\"succession\",\"at\":%s,\"case\":%s,\"data\":%s,"
                + "\"n\":\"%s\",\"req\":%s,\"role\":\"SYSTEM\",\"seq\":1,\"v\":1,"
                + "\"who\":\"system/succession\"}")
            .formatted(
                quoted(MOMENT.format(Clock.systemUTC().instant())),
                quoted(chain),
                data,
                nonce,
                quoted(request(origin)));
    return entry.getBytes(StandardCharsets.UTF_8);
  }

  private static String nonce() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Callers refuse control characters, so that two escapes are all there can be. */
  private static String quoted(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    return '"' + normal.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
