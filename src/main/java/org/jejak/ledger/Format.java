package org.jejak.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;
import org.jejak.ledger.rows.CanonicalValue;

/**
 * Version 1 of the bytes of an entry. What is absent was not committed to; later fields come beside
 * these, under the same version.
 */
final class Format {
  static final int VERSION = 1;
  static final int MAX_BYTES = 60_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  private Format() {}

  /**
   * The bytes to store. The moment is cut to the hour where the actor is the public: a reporter's
   * minute is a trace.
   *
   * @throws Refusal {@code ledger.too-large} for an act that touches more than one entry can name
   */
  static byte[] bytes(EntryDraft draft) {
    Actor actor = draft.actor();
    Map<String, Object> entry = new TreeMap<>();
    entry.put("v", VERSION);
    entry.put("n", draft.nonce());
    entry.put("at", CanonicalValue.moment(coarse(draft.at(), actor)));
    entry.put("act", name(draft.event()));
    entry.put("who", actor.handle());
    entry.put("role", actor.role());
    if (actor.behalf() != null) {
      entry.put("for", actor.behalf());
    }
    entry.put("case", draft.event().subject().handle());
    entry.put("seq", draft.seq());
    if (draft.prev() != null) {
      entry.put("prev", HEX.formatHex(draft.prev()));
    }
    entry.put("data", Canonical.data((Record) draft.event()));
    if (draft.set() != null) {
      entry.put("set", draft.set());
    }
    if (draft.event() instanceof UnderLaw decided) {
      entry.put("rules", decided.rules());
    }
    entry.put("app", draft.build());
    entry.put("req", draft.request());
    byte[] bytes = Canonical.write(entry).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES) {
      throw Refusal.rule(
          "ledger.too-large",
          "%s would be an entry of %d bytes".formatted(name(draft.event()), bytes.length));
    }
    return bytes;
  }

  private static Instant coarse(Instant at, Actor actor) {
    return actor.isPublic() ? at.truncatedTo(ChronoUnit.HOURS) : at;
  }

  static String nonce() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return HEX.formatHex(random);
  }

  static String name(LedgerEvent event) {
    EventName name = event.getClass().getAnnotation(EventName.class);
    if (name == null || !(event instanceof Record)) {
      throw new IllegalArgumentException(event.getClass() + " must be a record with an @EventName");
    }
    return name.value();
  }

  static JsonObject parse(byte[] bytes) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    }
  }

  static Entry entry(long index, byte[] bytes) {
    JsonObject json = parse(bytes);
    return new Entry(
        index,
        Instant.parse(json.getString("at")),
        json.getString("act"),
        json.getString("who"),
        json.getString("role"),
        json.getString("case"),
        json.getJsonNumber("seq").longValueExact(),
        json.getJsonObject("data"));
  }
}
