package org.jejak.ledger.verify;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.ledger.Fault;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.rows.RecordedTable;
import org.jejak.ledger.seal.DataKey;
import org.jejak.ledger.seal.KeyRing;
import org.jejak.ledger.seal.Opening;
import org.jejak.ledger.seal.Vault;

/** Looks at some chains: their entries, what opens these, and their rows. */
final class ChainLook {
  private static final String ENTRIES =
      "select e.id, e.case_ref, e.case_seq, e.receipt_id, e.bytes, coalesce(l.idx, -1)"
          + " from ledger_entry e left join ledger_leaf l on l.entry_id = e.id";
  private static final String DISCLOSURES =
      "select d.entry_id, d.field, d.sealed, d.key_id, e.case_ref, e.receipt_id"
          + " from ledger_entry e join ledger_disclosure d on d.entry_id = e.id";
  private static final String ORDER = " order by e.case_ref, e.case_seq";

  private record Disclosure(
      long entry, String field, byte[] sealed, String key, String chain, String nonce) {}

  private final Connection connection;
  private final Vault vault;
  private final Scope scope;
  private final Erasures erased = new Erasures();
  private final Found found;
  private final Map<String, Chain> chains = new HashMap<>();
  private final Map<String, Said> byPlace = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  ChainLook(Connection connection, Vault vault, Scope scope, Found found) {
    this.connection = connection;
    this.vault = vault;
    this.scope = scope;
    this.found = found;
  }

  /** Looks at the rows of these tables. */
  void run(List<RecordedTable> tables) throws SQLException {
    entries();
    List<Disclosure> disclosures = disclosures();
    Map<String, DataKey> keys =
        vault.read(connection, disclosures.stream().map(Disclosure::key).distinct().toList());
    KeyRing.reading(keys.values());
    try {
      disclosures.forEach(disclosure -> open(disclosure, keys));
      for (RecordedTable table : tables) {
        rows(table);
      }
    } finally {
      KeyRing.close();
    }
    chains.forEach(this::missing);
  }

  private void entries() throws SQLException {
    try (PreparedStatement query = scope.query(connection, ENTRIES, "e.case_ref", records(ORDER));
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Optional<JsonObject> entry = parse(row.getBytes(5));
        if (entry.isEmpty()) {
          continue; // the look at the log names it
        }
        String who = entry.get().getString("who", "");
        EntryHead head =
            new EntryHead(row.getLong(1), row.getString(4), row.getLong(3), row.getLong(6), who);
        erased.add(entry.get());
        chains.computeIfAbsent(row.getString(2), handle -> new Chain()).add(head, entry.get());
      }
    }
    for (Chain chain : chains.values()) {
      for (Said said : chain.all()) {
        byPlace.put(place(said.entry().id(), said.field()), said);
      }
    }
  }

  private List<Disclosure> disclosures() throws SQLException {
    List<Disclosure> disclosures = new ArrayList<>();
    try (PreparedStatement query = scope.query(connection, DISCLOSURES, "e.case_ref", records(""));
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        disclosures.add(
            new Disclosure(
                row.getLong(1),
                row.getString(2),
                row.getBytes(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
      }
    }
    return disclosures;
  }

  private void open(Disclosure disclosure, Map<String, DataKey> keys) {
    Said said = byPlace.get(place(disclosure.entry(), disclosure.field()));
    DataKey key = keys.get(disclosure.key());
    if (said != null && key == null) {
      if (erased.cover(disclosure.chain(), disclosure.key())) {
        byPlace.remove(place(disclosure.entry(), disclosure.field()));
      }
      return; // destroyed: found below, unless that was logged
    }
    Optional<Opening> opening =
        said == null
            ? Optional.empty()
            : Opening.open(key, disclosure.nonce(), disclosure.field(), disclosure.sealed());
    if (opening.isEmpty() || !said.open(opening.get())) {
      found.fault(
          Fault.Kind.DISCLOSURE_DIFFERS,
          "ledger_disclosure",
          disclosure.field(),
          disclosure.chain(),
          said == null ? null : said.entry());
      byPlace.remove(place(disclosure.entry(), disclosure.field()));
    }
  }

  private void rows(RecordedTable table) throws SQLException {
    long rows = 0;
    long uncommitted = 0;
    try (PreparedStatement query = scope.query(connection, table.select(), "t.case_ref", "");
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        RecordedTable.Row row = table.read(result);
        Chain chain = chains.get(row.chain());
        Map<String, Said> said = chain == null ? null : chain.newest(row.id());
        rows++;
        if (said == null && chain != null && chain.isOlder()) {
          uncommitted++;
        } else if (said == null || !seen.add(row.id())) {
          found.fault(Fault.Kind.ROW_UNKNOWN, table.name(), row.name(), row.chain(), null);
        } else {
          row(table, row, chain, said);
        }
      }
    }
    found.add(rows, rows * table.fields().size(), uncommitted);
  }

  private void row(
      RecordedTable table, RecordedTable.Row row, Chain chain, Map<String, Said> newest) {
    EntryHead last =
        newest.values().stream()
            .map(Said::entry)
            .max((a, b) -> Long.compare(a.seq(), b.seq()))
            .get();
    if (row.seq() != last.seq()) {
      found.fault(Fault.Kind.ROW_NUMBER, table.name(), row.name() + "/seq", row.chain(), last);
    }
    boolean whole = newest.containsKey(row.id() + '/' + table.key());
    for (int i = 0; i < table.fields().size(); i++) {
      String name = table.fields().get(i).name();
      Said said = newest.get(row.id() + '/' + name);
      byte[] value = row.values().get(i);
      boolean differs =
          row.unreadable().contains(name)
              || (said == null
                  ? value != null && (whole || !chain.isOlder())
                  : said.isOpen() && !said.fits(value));
      if (differs) {
        found.fault(
            Fault.Kind.ROW_DIFFERS,
            table.name(),
            row.name() + '/' + name,
            row.chain(),
            said == null ? last : said.entry());
      }
    }
  }

  /** Entries without rows, and commitments that nothing opens. */
  private void missing(String handle, Chain chain) {
    for (String row : chain.rows()) {
      if (!seen.contains(row)) {
        int slash = row.indexOf('/');
        EntryHead last = chain.newest(row).values().iterator().next().entry();
        found.fault(
            Fault.Kind.ROW_MISSING,
            row.substring(0, slash),
            row.substring(slash + 1),
            handle,
            last);
      }
    }
    for (Said said : chain.all()) {
      boolean answered = !byPlace.containsKey(place(said.entry().id(), said.field()));
      if (!said.isOpen() && !answered) {
        found.fault(
            Fault.Kind.DISCLOSURE_MISSING, "ledger_disclosure", said.field(), handle, said.entry());
      }
    }
  }

  private static String records(String order) {
    return " and e.log = '" + Ledger.RECORDS + "'" + order;
  }

  private static String place(long entry, String field) {
    return entry + "/" + field;
  }

  static Optional<JsonObject> parse(byte[] bytes) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | ClassCastException notAnEntry) {
      return Optional.empty();
    }
  }
}
