package org.jejak.ledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jejak.tlog.Tiles;

/** The tiles of one log out of its rows; each is read once for as long as this object lives. */
public final class StoredTiles implements Tiles {
  private record Key(int level, long n) {}

  /** A database failure inside a proof. */
  public static final class Unreadable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unreadable(SQLException cause) {
      super("the tree cannot be read", cause);
    }
  }

  private final Connection connection;
  private final String log;
  private final Map<Key, List<byte[]>> read = new HashMap<>();

  public StoredTiles(Connection connection, String log) {
    this.connection = connection;
    this.log = log;
  }

  @Override
  public List<byte[]> tile(int level, long n, int width) {
    List<byte[]> tile = read.computeIfAbsent(new Key(level, n), key -> load(level, n));
    if (tile.size() < width) {
      throw new Diverged(
          "tile %d of level %d has %d hashes and should have %d"
              .formatted(n, level, tile.size(), width));
    }
    return tile.subList(0, width);
  }

  private List<byte[]> load(int level, long n) {
    String query =
        level == 0
            ? "select idx, hash from ledger_leaf where log = ? and idx >= ? and idx < ? order by idx"
            : "select n, hash from ledger_node where log = ? and n >= ? and n < ? and level = ?"
                + " order by n";
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, log);
      select.setLong(2, n * WIDTH);
      select.setLong(3, (n + 1) * WIDTH);
      if (level > 0) {
        select.setInt(4, level);
      }
      List<byte[]> hashes = new ArrayList<>(WIDTH);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next() && rows.getLong(1) == n * WIDTH + hashes.size()) {
          hashes.add(rows.getBytes(2));
        }
      }
      return hashes;
    } catch (SQLException e) {
      throw new Unreadable(e);
    }
  }
}
