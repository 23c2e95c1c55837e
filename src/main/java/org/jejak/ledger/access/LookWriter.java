package org.jejak.ledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.ledger.SideEntries;

/** Writes looks down: the entry, and the rows by which auditors find it, in one transaction. */
@ApplicationScoped
public class LookWriter {
  /** Failed sign-ins to accounts that do not exist share a chain: they have nobody. */
  static final String NOBODY = "nobody";

  private static final Actor DOOR = Actor.system("sign-in");

  @PersistenceContext EntityManager em;
  @Inject SideEntries entries;
  @Inject AccessLogs logs;
  @Inject Clock clock;

  @Transactional
  void write(Look look, boolean text, String role) {
    Actor actor = Acting.now();
    for (Looked.Facts facts : look.take(text)) {
      if (facts.kind() == LookKind.SIGN_IN_FAILED) {
        write(facts, DOOR, look.account().orElse(NOBODY));
      } else if (!actor.isPublic()) {
        // A reporter in the inbox leaves no trace.
        write(facts, actor.in(role), actor.handle());
      }
    }
  }

  private void write(Looked.Facts facts, Actor actor, String chain) {
    Instant at = clock.instant();
    String log = logs.of(at);
    long seq = entries.append(log, facts.by(chain), actor, at);
    index(log, chain, seq, at, facts);
  }

  /** One row for each file of the look, so that auditors find it by file and by person. */
  private void index(String log, String person, long seq, Instant at, Looked.Facts facts) {
    List<String> files = new ArrayList<>(facts.files());
    int shown = files.size();
    files.addAll(facts.denied());
    if (files.isEmpty()) {
      files.add(null);
    }
    String[] kinds = new String[files.size()];
    for (int i = 0; i < kinds.length; i++) {
      boolean denied = facts.kind() == LookKind.DENIED || (i >= shown && !facts.denied().isEmpty());
      kinds[i] = (denied ? LookKind.DENIED : facts.kind()).name();
    }
    Connection connection = em.unwrap(Connection.class);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into access_seen (log, person, seq, nr, file, kind, at, part, hits, about)"
                + " select ?, ?, ?, s.nr, s.file, s.kind, ?, ?, ?, ?"
                + " from unnest(?::text[], ?::text[]) with ordinality as s (file, kind, nr)")) {
      Array fileArray = connection.createArrayOf("text", files.toArray());
      Array kindArray = connection.createArrayOf("text", kinds);
      insert.setString(1, log);
      insert.setString(2, person);
      insert.setLong(3, seq);
      insert.setObject(4, at.atOffset(ZoneOffset.UTC));
      insert.setString(5, facts.part());
      insert.setObject(6, facts.hits(), java.sql.Types.BIGINT);
      insert.setString(7, facts.about());
      insert.setArray(8, fileArray);
      insert.setArray(9, kindArray);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a look could not be written", e);
    }
  }
}
