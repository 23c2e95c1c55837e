package org.jejak.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Our own PostgreSQL, a child on the loopback, kept in the data folder. It runs with every
 * guarantee of a real one: what is acknowledged is on the disk.
 */
final class EmbeddedDatabase implements Database {
  private static final String NAME = "jejak";
  private static final String SUPERUSER = "postgres";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int TRIALS = 10;
  private static final Duration GRACE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Told on the command line, so that no edited file can weaken them. */
  private static final List<String> GUARANTEES =
      List.of(
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "listen_addresses=" + LOOPBACK,
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=60",
          "logging_collector=off",
          "log_statement=none",
          "log_min_duration_statement=-1",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0",
          "log_min_error_statement=panic",
          "timezone=UTC",
          "log_timezone=UTC");

  private final DataFolder folder;
  private final PostgresBinaries programs;
  private final OrdinaryUser user;
  private final Secrets secrets;
  private final PidFile pidFile;
  private Child server;
  private Target target;

  EmbeddedDatabase(
      DataFolder folder, PostgresBinaries programs, OrdinaryUser user, Secrets secrets) {
    this.folder = folder;
    this.programs = programs;
    this.user = user;
    this.secrets = secrets;
    this.pidFile = folder.pidFile("postgres", folder.cluster().toString());
  }

  @Override
  public void endOrphans() {
    for (PidFile file : List.of(pidFile, postmasterFile())) {
      file.orphan()
          .ifPresent(
              process -> {
                PidFile.end(process, EmbeddedDatabase::stopFast, GRACE);
                Progress.say("Ended the database that an earlier run left behind");
              });
    }
    pidFile.forget();
    postmasterFile().forgetIfReused();
  }

  /** PostgreSQL's own file; its first line is the process number too. */
  private PidFile postmasterFile() {
    return new PidFile(folder.cluster().resolve("postmaster.pid"), folder.cluster().toString());
  }

  @Override
  public Target await() throws InterruptedException {
    if (!isGone()) {
      return target;
    }
    try {
      if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
        create();
      }
      user.own(folder.cluster(), programs.folder());
      int port = port();
      Target maintenance = target(port, SUPERUSER);
      start(maintenance, port);
      createDatabase(maintenance);
      target = target(port, NAME);
      return target;
    } catch (IOException e) {
      throw new Trouble("The database in %s cannot be started.".formatted(folder.cluster()), e);
    } catch (SQLException e) {
      throw new Trouble("The database cannot be set up: " + e.getMessage(), e);
    }
  }

  private Target target(int port, String database) {
    return new Target(
        "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port, database),
        SUPERUSER,
        secrets.get(Secrets.SUPERUSER));
  }

  /** Made in a folder beside and moved when whole: a kill in between leaves no half cluster. */
  private void create() throws IOException, InterruptedException {
    Progress.say("Creating the database");
    Path draft = folder.file("pg.new");
    Folders.delete(draft);
    Folders.delete(folder.cluster());
    Folders.createPrivate(draft);
    user.own(draft, programs.folder());
    Path passwordFile = folder.file("pg.password");
    try {
      Folders.writePrivate(passwordFile, secrets.get(Secrets.SUPERUSER) + "\n");
      user.give(passwordFile);
      initialise(draft, passwordFile);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(draft, folder.cluster());
  }

  private void initialise(Path draft, Path passwordFile) throws IOException, InterruptedException {
    Process initdb =
        new ProcessBuilder(
                user.command(
                    programs.program("initdb"),
                    "-D",
                    draft.toString(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums",
                    "--no-instructions"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    if (initdb.waitFor() != 0) {
      throw new Trouble("PostgreSQL cannot create its folder: " + lastLine());
    }
  }

  /** Tried again for a while: sessions of a killed server take a moment to notice its death. */
  private void start(Target target, int port) throws InterruptedException {
    for (int trial = 1; ; trial++) {
      server = launch(port);
      if (reachable(target)) {
        return;
      }
      if (trial == TRIALS) {
        throw new Trouble("PostgreSQL does not start: " + lastLine());
      }
      Thread.sleep(PAUSE_AFTER_FAILURE);
    }
  }

  private Child launch(int port) {
    List<String> command =
        new ArrayList<>(
            user.command(
                programs.program("postgres"),
                "-D",
                folder.cluster().toString(),
                "-p",
                Integer.toString(port)));
    for (String guarantee : GUARANTEES) {
      command.add("-c");
      command.add(guarantee);
    }
    return Child.start(command, Map.of("LC_ALL", "C"), log(), pidFile);
  }

  /** Recovery after a crash takes as long as it takes; only the server's end is a failure. */
  private boolean reachable(Target target) throws InterruptedException {
    long saidAt = System.nanoTime();
    while (server.isAlive()) {
      try (Connection connection = target.connect()) {
        return connection.isValid(0);
      } catch (SQLException e) {
        if (System.nanoTime() - saidAt > PATIENCE.toNanos()) {
          Progress.say("Waiting for the database: " + e.getMessage());
          saidAt = System.nanoTime();
        }
      }
      Thread.sleep(PAUSE);
    }
    return false;
  }

  private static void createDatabase(Target maintenance) throws SQLException {
    try (Connection connection = maintenance.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + NAME);
    }
  }

  /** The port of the last run where it is free, so that tools keep finding it; else a free one. */
  private int port() throws IOException {
    Path file = folder.file("pg.port");
    int remembered = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    int port = free(remembered) ? remembered : anyFree();
    Folders.writePrivate(file, port + "\n");
    return port;
  }

  private static boolean free(int port) {
    if (port == 0) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false; // somebody has it
    }
  }

  static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastLine() {
    try (Stream<String> lines = Files.lines(log())) {
      String last = lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
      return "%s (%s)".formatted(last, log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.logs().resolve("postgres.log");
  }

  @Override
  public boolean isGone() {
    return server == null || !server.isAlive();
  }

  @Override
  public void close() {
    if (isGone()) {
      return;
    }
    server.end(EmbeddedDatabase::stopFast, GRACE);
  }

  /**
   * PostgreSQL's "fast": sessions are ended, a checkpoint is written. SIGTERM would wait for them.
   */
  private static void stopFast(ProcessHandle postmaster) {
    try {
      int code =
          new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
      if (code != 0) {
        postmaster.destroy();
      }
    } catch (IOException e) {
      postmaster.destroy(); // a system without kill
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
