package org.jejak.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The embedded PostgreSQL, in each way this machine allows: kept, one per folder, whatever dies.
 */
class EmbeddedDatabaseIT {
  private static final Home HOME = new Home(Path.of("").toAbsolutePath());

  @ParameterizedTest
  @EnumSource(OrdinaryUser.class)
  void whatItAcknowledgedOutlivesAKillAndThereIsNeverASecondServer(OrdinaryUser user)
      throws Exception {
    assumeTrue(
        OrdinaryUser.isRoot() != (user == OrdinaryUser.PLAIN) && user.works(),
        user + " is not a way to start PostgreSQL here");
    Path root = Premises.cleared(Path.of("target/it/database-" + user).toAbsolutePath());
    try (DataFolder folder = DataFolder.take(root)) {
      EmbeddedDatabase first = database(folder, user);
      write(first.await(), 1);
      long killed = postmaster(folder);
      first.await(); // as when the application alone has died
      assertThat(postmaster(folder)).isEqualTo(killed);
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      awaitEnd(killed);
      assertThat(first.isGone()).isTrue();

      write(first.await(), 2);
      long left = postmaster(folder);
      // A launcher that was killed forgets everything; the next one knows only the folder.
      EmbeddedDatabase second = database(folder, user);
      second.endOrphans();
      awaitEnd(left);

      Target target = second.await();
      write(target, 3);
      assertThat(count(target)).isEqualTo(3);
      assertThat(postmasters(folder)).hasSize(1);
      second.close();
      assertThat(postmasters(folder)).isEmpty();
    }
  }

  @Test
  void anOrdinaryUserStartsItPlainly() throws Exception {
    assumeTrue(
        OrdinaryUser.isRoot() && OrdinaryUser.NOBODY.works(), "only root can become another");
    PostgresBinaries programs = PostgresBinaries.unpacked(HOME.server());
    Process reach =
        new ProcessBuilder(OrdinaryUser.NOBODY.command("test", "-x", programs.program("postgres")))
            .start();
    assumeTrue(reach.waitFor() == 0, "other users cannot reach the build's folder");
    Path root = Files.createTempDirectory("jejak-ordinary");
    try {
      Process owner = new ProcessBuilder("chown", "65534:65534", root.toString()).start();
      assertThat(owner.waitFor()).isZero();
      Process trial =
          new ProcessBuilder(
                  "setpriv",
                  "--reuid=65534",
                  "--regid=65534",
                  "--clear-groups",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  "target/test-classes:target/classes:target/server/lib/*",
                  OrdinaryTrial.class.getName(),
                  HOME.root().toString(),
                  root.resolve("data").toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(trial.getInputStream().readAllBytes(), UTF_8);
      assertThat(trial.waitFor()).as(said).isZero();
      assertThat(said).contains("started as PLAIN");
    } finally {
      Folders.delete(root);
    }
  }

  /** Run as another user by the test above. */
  static final class OrdinaryTrial {
    private OrdinaryTrial() {}

    public static void main(String[] arguments) throws Exception {
      OrdinaryUser user = OrdinaryUser.of("");
      try (DataFolder folder = DataFolder.take(Path.of(arguments[1]));
          EmbeddedDatabase database =
              new EmbeddedDatabase(
                  folder,
                  PostgresBinaries.unpacked(new Home(Path.of(arguments[0])).server()),
                  user,
                  new Secrets(folder.secrets()))) {
        write(database.await(), 1);
        System.out.println("started as " + user);
      }
    }
  }

  @Test
  void aDatabaseThatForgetsWhatItAcknowledgedIsRefused() throws Exception {
    Path root = Premises.cleared(Path.of("target/it/database-durability").toAbsolutePath());
    try (DataFolder folder = DataFolder.take(root);
        EmbeddedDatabase database = database(folder, OrdinaryUser.of(""))) {
      Secrets secrets = new Secrets(folder.secrets());
      Target target = database.await();
      Roles roles = Roles.prepare(target, secrets);
      Durability.check(target, roles, secrets);
      try (Connection connection = target.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("alter role " + roles.app() + " set synchronous_commit = off");
      }
      assertThatThrownBy(() -> Durability.check(target, roles, secrets))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("synchronous_commit=off");
    }
  }

  private static EmbeddedDatabase database(DataFolder folder, OrdinaryUser user) {
    return new EmbeddedDatabase(
        folder, PostgresBinaries.unpacked(HOME.server()), user, new Secrets(folder.secrets()));
  }

  private static void write(Target target, int n) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (n int primary key)");
      statement.execute("insert into kept values (" + n + ")");
    }
  }

  private static int count(Target target) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from kept")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static long postmaster(DataFolder folder) throws IOException {
    return Long.parseLong(Files.readAllLines(folder.cluster().resolve("postmaster.pid")).get(0));
  }

  private static List<ProcessHandle> postmasters(DataFolder folder) {
    String sign = "-D " + folder.cluster();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(sign))
        .toList();
  }

  private static void awaitEnd(long pid) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
      assertThat(System.nanoTime()).as("process %d still runs", pid).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
