package org.jejak.ledger.verify;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Set;

/**
 * Which data keys were destroyed by an erasure that is in the log: an entry {@code ledger.erased/…}
 * names them in {@code keys} and stands in the chain that was erased. What only these opened need
 * not open any more; every other silence is a fault.
 */
final class Erasures {
  private static final String ACT = "ledger.erased/";

  private final Set<String> keys = new HashSet<>();

  /** Takes over an entry, if it is about an erasure. */
  void add(JsonObject entry) {
    if (!entry.getString("act", "").startsWith(ACT)) {
      return;
    }
    JsonArray named = entry.getJsonObject("data").getJsonArray("keys");
    for (JsonString key : named.getValuesAs(JsonString.class)) {
      keys.add(entry.getString("case") + '\n' + key.getString());
    }
  }

  /** Whether the end of this key of this chain was logged. */
  boolean cover(String chain, String key) {
    return keys.contains(chain + '\n' + key);
  }
}
