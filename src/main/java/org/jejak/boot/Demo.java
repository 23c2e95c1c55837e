package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the fictional agency and real data apart: the folder says which of the two it holds.
 *
 * <p>The launcher marks a demo folder before anything is in it ({@code demo}); the application
 * marks it when the agency is whole ({@code demo.filled}). One without the second mark was
 * interrupted and is begun again.
 */
final class Demo {
  private final DataFolder folder;
  private final boolean wanted;
  private final Path marker;
  private final Path filled;

  Demo(DataFolder folder, boolean wanted) {
    this.folder = folder;
    this.wanted = wanted;
    this.marker = folder.file("demo");
    this.filled = folder.file("demo.filled");
  }

  /**
   * @throws Trouble when the folder is of the other kind
   */
  void begin() {
    boolean marked = Files.exists(marker);
    if (marked && !wanted) {
      throw new Trouble(
          "%s holds the demo agency; start it with --demo, or choose another folder with --data DIR."
              .formatted(folder.root()));
    }
    if (!wanted) {
      return;
    }
    if (!marked && folder.holdsData()) {
      throw new Trouble(
          "%s holds real data, not the demo agency; choose another folder with --data DIR."
              .formatted(folder.root()));
    }
    try {
      if (marked && !Files.exists(filled)) {
        Progress.say("An earlier filling of the demo agency was interrupted; beginning again");
        folder.clear();
      }
      Folders.writePrivate(marker, "This folder holds a fictional agency.\n");
    } catch (IOException e) {
      throw new Trouble("The demo folder %s cannot be prepared.".formatted(folder.root()), e);
    }
  }

  /**
   * A database that somebody else runs is not thrown away with the folder: a new agency needs an
   * empty one.
   *
   * @param reader may read the ledger
   * @throws Trouble when there are entries already, but not those of this folder's agency
   */
  void demandEmpty(Target target, String reader, String password) {
    if (!wanted || Files.exists(filled)) {
      return;
    }
    try (Connection connection = target.connect(reader, password);
        Statement statement = connection.createStatement();
        ResultSet entries = statement.executeQuery("select 1 from ledger_entry limit 1")) {
      if (entries.next()) {
        throw new Trouble(
            "%s is not empty, and %s is no whole demo agency: give the demo an empty database."
                .formatted(target, folder.root()));
      }
    } catch (SQLException e) {
      throw new Trouble("%s cannot be read: %s".formatted(target, e.getMessage()), e);
    }
  }

  /**
   * @throws Trouble when the application died before the agency was whole
   */
  void mustBeWhole() {
    if (wanted && !Files.exists(filled)) {
      throw new Trouble(
          "The filling of the demo agency was interrupted; start again, it begins anew. Logs: %s."
              .formatted(folder.logs()));
    }
  }
}
