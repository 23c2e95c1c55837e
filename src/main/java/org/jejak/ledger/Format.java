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
   * The bytes to store.
   *
   * @param nonce 32 hexadecimal digits, so that the leaf cannot be guessed from its public hash
   * @param at cut to the hour where the actor is the public: a reporter's minute is a trace
   * @param prev leaf hash of the chain's entry before; {@code null} for its first
   */
  static byte[] bytes(
      LedgerEvent event,
      String nonce,
      Instant at,
      Actor actor,
      long seq,
      byte[] prev,
      String request,
      String build) {
    Map<String, Object> entry = new TreeMap<>();
    entry.put("v", VERSION);
    entry.put("n", nonce);
    entry.put("at", Canonical.moment(actor.isPublic() ? at.truncatedTo(ChronoUnit.HOURS) : at));
    entry.put("act", name(event));
    entry.put("who", actor.handle());
    entry.put("role", actor.role());
    entry.put("case", event.subject().handle());
    entry.put("seq", seq);
    if (prev != null) {
      entry.put("prev", HEX.formatHex(prev));
    }
    entry.put("data", Canonical.data((Record) event));
    entry.put("app", build);
    entry.put("req", request);
    byte[] bytes = Canonical.write(entry).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s is %d bytes; larger things go in by hash".formatted(name(event), bytes.length));
    }
    return bytes;
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
