package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.jejak.ledger.log.GrownLog;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** A log whose key was stolen, and the one that follows it. */
class SuccessionIT {
  private static final Home HOME = new Home(Path.of("").toAbsolutePath());
  private static final Settings SETTINGS = Settings.of(HOME.root());
  private static final String ORIGIN = "example.org/log/records-2";

  private final Path all = Path.of("target/it/succession").toAbsolutePath();
  private final Path data = all.resolve("data");
  private final Path keys = all.resolve("data-keys");
  private final Path publication = data.resolve("publication");

  @Test
  void theNewLogBeginsWithTheOldOnesEndAndHoldsAllItsEntries() throws Exception {
    Folders.delete(all);
    Files.createDirectories(all);
    try (DataFolder folder = DataFolder.take(data);
        Database database = Databases.of(SETTINGS, HOME, folder, new Secrets(folder.secrets()))) {
      TheDatabase.Another logins =
          TheDatabase.prepared(database.await(), new Secrets(folder.secrets()));
      GrownLog old = GrownLog.begun(logins.application(), logins.sequencer(), keys, publication);
      old.grow(300);
      SignedNote last = note(publication.resolve("records/checkpoint"));
      VerifierKey stolen = key();

      Succession succession =
          new Succession(folder, keys, ORIGIN, "Kunci dicuri; \"lihat\" berita acara 7");
      String named = succeed(succession, logins);
      assertThat(key().toString()).isEqualTo(named).startsWith(ORIGIN + "+");
      assertThatThrownBy(old::work)
          .as("the old node, in the same origin")
          .hasMessageContaining("jejak.ledger.origin makes this log");

      GrownLog next =
          GrownLog.again(logins.application(), logins.sequencer(), ORIGIN, keys, publication);
      next.work();
      assertThat(next.size()).isEqualTo(301);
      next.grow(1);
      SignedNote first = note(publication.resolve("records/checkpoint"));
      Checkpoint checkpoint = Checkpoint.parse(first.text());
      assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
      assertThat(checkpoint.size()).isEqualTo(302);
      assertThat(first.isSignedBy(stolen)).isFalse();
      assertThat(note(publication.resolve("records-1/checkpoint"))).hasToString(last.toString());
      assertThat(last.isSignedBy(stolen)).as("what was proven stays so").isTrue();
      assertThat(Files.readAllLines(keys.resolve("records.retired")))
          .containsExactly(stolen.toString());
      try (Connection connection = logins.superuser().getConnection()) {
        assertThat(new LedgerCheck(connection).faults()).isEmpty();
        assertThat(entry0(connection))
            .contains("\"act\":\"log.succeeded/1\"", "\"former\":\"example.org/log/records\"")
            .contains("\"reason\":\"Kunci dicuri; \\\"lihat\\\" berita acara 7\"", "\"size\":300");
      }
      assertThatThrownBy(() -> succeed(succession, logins)).hasMessageContaining("origin already");
    }
  }

  private static String succeed(Succession succession, TheDatabase.Another logins)
      throws Exception {
    try (Connection connection = logins.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role jejak_owner");
      return succession.run(connection);
    }
  }

  private VerifierKey key() throws Exception {
    List<String> lines = Files.readAllLines(keys.resolve("records.key"));
    return VerifierKey.parse(lines.get(1));
  }

  private static SignedNote note(Path file) throws Exception {
    return SignedNote.parse(Files.readString(file));
  }

  private static String entry0(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select e.bytes from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                    + " where l.log = 'records' and l.idx = 0")) {
      row.next();
      return new String(row.getBytes(1), StandardCharsets.UTF_8);
    }
  }
}
