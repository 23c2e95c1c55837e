package org.jejak.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

/**
 * A copy of a data folder, also while everything in it is at work.
 *
 * <p>First the published log, then the database, then all other files: what is published is never
 * more than the copied database knows, and no file that a copied row names is missing. The folder
 * has its name only when it is whole.
 */
final class Backup {
  /** Not state, or made anew; and keys, which must not lie where backups lie. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "jejak.lock",
          "application.pid",
          "postgres.pid",
          "pg.port",
          "server.properties",
          "first-administrator",
          "log",
          "work",
          "search",
          "keys");

  /** PostgreSQL's list of what a base backup leaves out; the write-ahead log comes at the end. */
  private static final Set<String> LEFT_OUT_OF_CLUSTER =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label.old");

  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final String CLUSTER = "pg";
  static final String PUBLICATION = "publication";

  private final Path data;
  private final Path draft;

  private Backup(Path data, Path draft) {
    this.data = data;
    this.draft = draft;
  }

  /**
   * Copies the data folder.
   *
   * @param to a folder that is not there yet
   * @throws Trouble when it could not be made; nothing of that name is there then
   */
  static void make(Path data, Path to) {
    if (Files.exists(to)) {
      throw new Trouble(to + " is there already; a backup goes into a new folder.");
    }
    Path draft = to.resolveSibling(to.getFileName() + ".unfinished");
    try {
      Folders.delete(draft);
      Files.createDirectories(draft.getParent());
      Folders.createPrivate(draft);
      new Backup(data, draft).run();
      Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      throw new Trouble("The backup could not be made: " + e.getMessage(), e);
    }
    Progress.say("Backed up to " + to);
    Progress.say(
        "No key is in it. Keep a copy of %s elsewhere, or it cannot be used."
            .formatted(data.resolveSibling(data.getFileName() + "-keys")));
  }

  private void run() throws IOException, SQLException {
    if (Files.isDirectory(data.resolve(PUBLICATION))) {
      copy(data.resolve(PUBLICATION), draft.resolve(PUBLICATION));
    }
    if (Files.exists(data.resolve(CLUSTER).resolve("postmaster.pid"))) {
      copyRunningCluster();
    } else {
      try (DataFolder mine = DataFolder.take(data)) {
        copy(mine.cluster(), draft.resolve(CLUSTER));
      }
    }
    try (var files = Files.list(data)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!LEFT_OUT.contains(name) && !name.equals(CLUSTER) && !name.equals(PUBLICATION)) {
          copy(file, draft.resolve(name));
        }
      }
    }
  }

  private void copyRunningCluster() throws IOException, SQLException {
    Map<String, String> secrets = PropertiesFile.read(data.resolve("secrets.properties"));
    String port = Files.readString(data.resolve("pg.port")).strip();
    Target target =
        new Target(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "postgres",
            secrets.get(Secrets.SUPERUSER));
    Path cluster = data.resolve(CLUSTER);
    Path copy = draft.resolve(CLUSTER);
    // The slot goes with the connection; until then the log that the copy needs stays.
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_create_physical_replication_slot('jejak_backup', true, true)");
      statement.execute("select pg_backup_start('jejak', true)");
      copy(cluster, copy);
      try (ResultSet label =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        label.next();
        Folders.writePrivate(copy.resolve("backup_label"), label.getString(1));
      }
      copySegments(cluster.resolve("pg_wal"), copy.resolve("pg_wal"));
    }
  }

  private static void copySegments(Path from, Path to) throws IOException {
    try (var segments = Files.list(from)) {
      for (Path segment : segments.toList()) {
        if (segment.getFileName().toString().matches("[0-9A-F]{24}")) {
          copyFile(segment, to.resolve(segment.getFileName()));
        }
      }
    }
  }

  /** Copies a file or a folder; what goes away meanwhile was not needed. */
  static void copy(Path from, Path to) throws IOException {
    boolean running = Files.exists(from.resolve("postmaster.pid"));
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path made = to.resolve(from.relativize(folder).toString());
            Folders.createPrivate(made);
            boolean empty = running && EMPTIED.contains(from.relativize(folder).toString());
            if (empty && folder.endsWith("pg_wal")) {
              Folders.createPrivate(made.resolve("archive_status"));
            }
            return empty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            if (!name.startsWith(".draft") && !LEFT_OUT_OF_CLUSTER.contains(name)) {
              copyFile(file, to.resolve(from.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
  }

  private static void copyFile(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      return; // it went away: the write-ahead log knows what became of it
    }
    try (FileChannel channel = FileChannel.open(to, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
