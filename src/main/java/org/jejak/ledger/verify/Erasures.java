package org.jejak.ledger.verify;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Set;

/**
 * What was erased, as entries {@code ledger.erased/…} have it: the chain in {@code chain}, and in
 * {@code fields} ids of fields, or beginnings of ids with a {@code *} after them.
 */
final class Erasures {
  private static final String ACT = "ledger.erased/";

  private final Set<String> fields = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();

  /** Takes over an entry, if it is about an erasure. */
  void add(JsonObject entry) {
    if (!entry.getString("act", "").startsWith(ACT)) {
      return;
    }
    JsonObject data = entry.getJsonObject("data");
    String chain = data.getString("chain", "");
    for (JsonString field : data.getJsonArray("fields").getValuesAs(JsonString.class)) {
      String id = chain + '\n' + field.getString();
      if (id.endsWith("*")) {
        beginnings.add(id.substring(0, id.length() - 1));
      } else {
        fields.add(id);
      }
    }
  }

  /** The same, to which more can be added. */
  Erasures copy() {
    Erasures copy = new Erasures();
    copy.fields.addAll(fields);
    copy.beginnings.addAll(beginnings);
    return copy;
  }

  /** Whether an erasure of this field of this chain was logged. */
  boolean cover(String chain, String field) {
    String id = chain + '\n' + field;
    return fields.contains(id) || beginnings.stream().anyMatch(id::startsWith);
  }
}
