package org.jejak.ledger.seal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jejak.base.Handle;

/**
 * The data keys: found, made, wrapped, and remembered for a while. One that was destroyed is
 * forgotten everywhere within ten minutes, and here at once.
 */
@ApplicationScoped
public class Vault {
  private static final int REMEMBERED = 20_000;
  private static final long MEMORY_NANOS = Duration.ofMinutes(10).toNanos();
  private static final int KEY_BYTES = 32;

  private record Remembered(DataKey key, long until) {}

  @Resource(lookup = "java:app/jejak")
  DataSource dataSource;

  @Inject SealSettings settings;

  private final Map<String, Remembered> memory =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > REMEMBERED;
        }
      };
  private MasterKeys masters;

  /** The application's vault, for values that a container does not make. */
  static Vault current() {
    return CDI.current().select(Vault.class).get();
  }

  /**
   * Reads the master keys, or makes the first one.
   *
   * @throws IOException where the file is missing although keys are wrapped, or others can read it
   */
  public synchronized void open() throws IOException {
    masters = MasterKeys.open(settings.masterKeyFile(), hasKeys());
  }

  /** The key with this id; empty where it was destroyed or changed, or never was. */
  public Optional<DataKey> key(String id) {
    Optional<DataKey> held = KeyRing.current().flatMap(ring -> ring.byId(id));
    return held.isPresent() ? held : remembered(id).or(() -> read(id));
  }

  /** Reads the keys with these ids at once, so that a list does not ask for each. */
  public void prepare(Collection<String> ids) {
    String[] unknown =
        ids.stream().distinct().filter(id -> remembered(id).isEmpty()).toArray(String[]::new);
    if (unknown.length == 0) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      read(connection, List.of(unknown)).values().forEach(this::remember);
    } catch (SQLException e) {
      throw new IllegalStateException("the data keys cannot be read", e);
    }
  }

  /**
   * The keys with these ids, as this connection's transaction sees them; those that were destroyed
   * or changed are left out.
   */
  public Map<String, DataKey> read(Connection connection, Collection<String> ids)
      throws SQLException {
    Map<String, DataKey> keys = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, subject, master, wrapped from ledger_key"
                + " where id = any (?) and wrapped is not null")) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          opened(rows.getString(1), rows.getString(2), rows.getString(3), rows.getBytes(4))
              .ifPresent(key -> keys.put(key.id(), key));
        }
      }
    }
    return keys;
  }

  /** Forgets the keys of this subject, because they were destroyed. */
  public void forget(String subject) {
    synchronized (memory) {
      memory.values().removeIf(one -> one.key().subject().equals(subject));
    }
  }

  /** The id of the master key that wraps now. */
  public String master() {
    return masters().current();
  }

  /** An id for the next master key, to be recorded before there is a key. */
  public String nextMaster() {
    return MasterKeys.newId();
  }

  /** Makes the master key of this id and wraps with it from now on. */
  public synchronized void adopt(String master) throws IOException {
    MasterKeys.extend(settings.masterKeyFile(), master);
    masters = MasterKeys.open(settings.masterKeyFile(), true);
  }

  /** The newest key of this subject, as this transaction sees it. */
  Optional<DataKey> find(Connection connection, String subject) {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, master, wrapped from ledger_key"
                + " where subject = ? and wrapped is not null order by id limit 1")) {
      select.setString(1, subject);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(unwrap(row.getString(1), subject, row.getString(2), row.getBytes(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the data key cannot be read", e);
    }
  }

  DataKey draw(String subject) {
    return new DataKey(
        Handle.random(DataKey.ID_LENGTH), subject, new SecretKeySpec(Salt.draw(KEY_BYTES), "AES"));
  }

  KeyRing.Made wrap(DataKey key) {
    MasterKeys own = masters();
    byte[] wrapped =
        Aes.seal(
            own.get(own.current()), context(key.id(), key.subject()), key.secret().getEncoded());
    return new KeyRing.Made(key.id(), key.subject(), own.current(), wrapped);
  }

  /**
   * @throws IllegalStateException where the wrapped key was changed or moved to another subject
   */
  DataKey unwrap(String id, String subject, String master, byte[] wrapped) {
    return opened(id, subject, master, wrapped)
        .orElseThrow(() -> new IllegalStateException("data key " + id + " was tampered with"));
  }

  private Optional<DataKey> opened(String id, String subject, String master, byte[] wrapped) {
    return Aes.open(masterKey(master), context(id, subject), wrapped)
        .map(secret -> new DataKey(id, subject, new SecretKeySpec(secret, "AES")));
  }

  private Optional<DataKey> read(String id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select subject, master, wrapped from ledger_key"
                    + " where id = ? and wrapped is not null")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Optional<DataKey> key = opened(id, row.getString(1), row.getString(2), row.getBytes(3));
        key.ifPresent(this::remember);
        return key;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the data key cannot be read", e);
    }
  }

  private Optional<DataKey> remembered(String id) {
    synchronized (memory) {
      Remembered one = memory.get(id);
      if (one != null && one.until() - System.nanoTime() < 0) {
        memory.remove(id);
        return Optional.empty();
      }
      return Optional.ofNullable(one).map(Remembered::key);
    }
  }

  private void remember(DataKey key) {
    synchronized (memory) {
      memory.put(key.id(), new Remembered(key, System.nanoTime() + MEMORY_NANOS));
    }
  }

  private boolean hasKeys() throws IOException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select exists (select 1 from ledger_key)")) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      throw new IOException("the data keys cannot be read: " + e.getMessage(), e);
    }
  }

  private synchronized MasterKeys masters() {
    if (masters == null) {
      throw new IllegalStateException("the master key has not been read");
    }
    return masters;
  }

  /** The master key of this id; another node may have made it since this one read the file. */
  private SecretKey masterKey(String id) {
    if (!masters().has(id)) {
      try {
        open();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return masters().get(id);
  }

  private static String context(String id, String subject) {
    return "key\0" + id + '\0' + subject;
  }
}
