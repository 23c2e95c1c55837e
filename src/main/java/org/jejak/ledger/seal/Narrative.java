package org.jejak.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * A text that tells a person's story: sealed in its column under the key of its subject, opened
 * when somebody reads it. Immutable.
 *
 * <p>In the column, after one byte: {@code 0} a plain text of before there were seals; {@code 1}
 * the key's id in 16 letters, then nonce and ciphertext; {@code 2} nothing, the text was erased.
 */
public final class Narrative {
  private static final byte PLAIN = 0;
  private static final byte SEALED = 1;
  private static final byte ERASED = 2;
  private static final int HEAD = 1 + DataKey.ID_LENGTH;
  private static final String CONTEXT = "narrative";
  private static final String UNREADABLE = "\uFFFD";

  /** In both languages of the application, since nobody knows here who reads it. */
  private static final String GONE = "[dihapus · erased]";

  private final byte[] column;
  private volatile String text;

  private Narrative(byte[] column, String text) {
    this.column = column;
    this.text = text;
  }

  /**
   * A text that is to be kept.
   *
   * @param subject handle of the person or the case under whose key it is sealed
   * @return {@code null} for a {@code null} text
   */
  public static Narrative of(String subject, String text) {
    if (text == null) {
      return null;
    }
    // Outside a command nothing is written, so nothing need be sealed.
    Optional<KeyRing> ring = KeyRing.current();
    return new Narrative(ring.map(keys -> seal(keys.of(subject), text)).orElse(null), text);
  }

  /** As a column has it; {@code null} for {@code null}. */
  static Narrative stored(byte[] column) {
    return column == null ? null : new Narrative(column.clone(), null);
  }

  /** The text of a narrative that may be missing; {@code null} then. */
  public static String textOf(Narrative narrative) {
    return narrative == null ? null : narrative.text();
  }

  /** Fetches the keys of many at once, before they are read one by one. */
  public static void prepare(Collection<Narrative> narratives) {
    Vault.current()
        .prepare(
            narratives.stream()
                .filter(one -> one != null && one.text == null && one.column.length > HEAD)
                .map(Narrative::keyId)
                .toList());
  }

  /**
   * What was written; a mark where it was erased, one replacement character where the column was
   * tampered with: the page then shows a broken seal, and is still a page.
   */
  public String text() {
    return read().orElse(isErased() ? GONE : UNREADABLE);
  }

  /** What was written; empty where it can no longer be read, whatever the reason. */
  public Optional<String> read() {
    if (text == null) {
      text = open().orElse(null);
    }
    return Optional.ofNullable(text);
  }

  private Optional<String> open() {
    return switch (column.length == 0 ? ERASED : column[0]) {
      case PLAIN -> Optional.of(new String(column, 1, column.length - 1, StandardCharsets.UTF_8));
      case SEALED ->
          column.length < HEAD
              ? Optional.empty()
              : Vault.current().key(keyId()).flatMap(this::open);
      default -> Optional.empty();
    };
  }

  /** Whether it can no longer be read. */
  public boolean isErased() {
    return column != null && (column.length == 0 || column[0] == ERASED);
  }

  byte[] column() {
    if (column == null) {
      throw new IllegalStateException("a narrative that was begun outside a command");
    }
    return column.clone();
  }

  private Optional<String> open(DataKey key) {
    byte[] sealed = Arrays.copyOfRange(column, HEAD, column.length);
    return Aes.open(key.secret(), CONTEXT, sealed)
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  private String keyId() {
    return new String(column, 1, DataKey.ID_LENGTH, StandardCharsets.US_ASCII);
  }

  private static byte[] seal(DataKey key, String text) {
    byte[] sealed = Aes.seal(key.secret(), CONTEXT, text.getBytes(StandardCharsets.UTF_8));
    byte[] column = new byte[HEAD + sealed.length];
    column[0] = SEALED;
    System.arraycopy(key.id().getBytes(StandardCharsets.US_ASCII), 0, column, 1, DataKey.ID_LENGTH);
    System.arraycopy(sealed, 0, column, HEAD, sealed.length);
    return column;
  }
}
