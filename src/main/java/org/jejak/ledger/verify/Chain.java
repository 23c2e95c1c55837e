package org.jejak.ledger.verify;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the entries of one chain say its rows hold. */
final class Chain {
  private final List<Said> all = new ArrayList<>();
  private final Map<String, Map<String, Said>> newest = new HashMap<>();
  private String request = "";
  private boolean open;
  private boolean older;

  /** Takes over the next entry. */
  void add(EntryHead head, JsonObject entry) {
    String its = entry.getString("req", "");
    older |= open && !its.equals(request);
    request = its;
    JsonArray set = entry.getJsonArray("set");
    open = set == null;
    if (set != null) {
      for (JsonValue item : set) {
        JsonArray pair = item.asJsonArray();
        add(new Said(pair.getString(0), pair.getString(1), head));
      }
    }
  }

  private void add(Said said) {
    all.add(said);
    newest.computeIfAbsent(said.row(), row -> new HashMap<>()).put(said.field(), said);
  }

  /** Every commitment ever made in the chain. */
  List<Said> all() {
    return all;
  }

  /** The newest commitments of a row, by the fields' ids; {@code null} where there are none. */
  Map<String, Said> newest(String row) {
    return newest.get(row);
  }

  /** The rows that it speaks of, as {@code table/row}. */
  Iterable<String> rows() {
    return newest.keySet();
  }

  /**
   * Whether some of its entries are of before there were commitments: what was not touched since is
   * not committed to. Each newer command ends its part of a chain with a {@code set}.
   */
  boolean isOlder() {
    return older || open;
  }
}
