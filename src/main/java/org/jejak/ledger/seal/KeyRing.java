package org.jejak.ledger.seal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The data keys of the running command: those of its subjects that exist, and new ones for the
 * others, which are written with the command's entries. Bound to the thread, as the transaction is.
 */
public final class KeyRing {
  /** A data key to insert: wrapped under the master key of this id. */
  public record Made(String id, String subject, String master, byte[] wrapped) {}

  private static final ThreadLocal<KeyRing> OPEN = new ThreadLocal<>();

  private final Vault vault;
  private final Supplier<Connection> connection;
  private final Map<String, DataKey> bySubject = new HashMap<>();
  private final Map<String, DataKey> byId = new HashMap<>();
  private final Set<String> absent = new HashSet<>();
  private final List<Made> made = new ArrayList<>();

  private KeyRing(Vault vault, Supplier<Connection> connection) {
    this.vault = vault;
    this.connection = connection;
  }

  /** Begins the ring of a command, whose transaction's connection this is. */
  public static KeyRing open(Vault vault, Supplier<Connection> connection) {
    KeyRing ring = new KeyRing(vault, connection);
    OPEN.set(ring);
    return ring;
  }

  /** Begins a ring of keys that were read already, for somebody who opens and never seals. */
  public static void reading(Collection<DataKey> keys) {
    KeyRing ring =
        new KeyRing(
            null,
            () -> {
              throw new IllegalStateException("nothing is sealed while it is verified");
            });
    keys.forEach(ring::hold);
    OPEN.set(ring);
  }

  public static void close() {
    OPEN.remove();
  }

  /** The ring of the running command; empty outside of one. */
  public static Optional<KeyRing> current() {
    return Optional.ofNullable(OPEN.get());
  }

  /** The key of this subject; made where there is none. */
  public DataKey of(String subject) {
    DataKey known = bySubject.get(subject);
    if (known != null) {
      return known;
    }
    return hold(
        absent.contains(subject)
            ? make(subject)
            : vault.find(connection.get(), subject).orElseGet(() -> make(subject)));
  }

  /** Takes over what the caller has read: the subject's wrapped key, or that there is none. */
  public void met(String subject, String id, String master, byte[] wrapped) {
    if (id == null) {
      absent.add(subject);
    } else if (!bySubject.containsKey(subject)) {
      hold(vault.unwrap(id, subject, master, wrapped));
    }
  }

  /** The keys of this subject were destroyed in this transaction: it needs a new one. */
  public void destroyed(String subject) {
    byId.values().removeIf(key -> key.subject().equals(subject));
    bySubject.remove(subject);
    absent.add(subject);
  }

  /** A key of this command by its id; empty where the command has not used it. */
  Optional<DataKey> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The keys that were made, to be inserted with the entries. */
  public List<Made> made() {
    return made;
  }

  @CanIgnoreReturnValue
  private DataKey hold(DataKey key) {
    bySubject.put(key.subject(), key);
    byId.put(key.id(), key);
    return key;
  }

  private DataKey make(String subject) {
    DataKey key = vault.draw(subject);
    made.add(vault.wrap(key));
    return key;
  }
}
