package org.jejak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jejak.boot.LauncherProcess;
import org.jejak.boot.Premises;

/**
 * The whole of Jejak as {@code scripts/run} starts it, for tests over HTTP and in the browser: one
 * server per test run, on a free port, with a data folder of its own.
 */
public final class TheServer {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static TheServer plain;
  private static TheServer demo;

  /** Why a server did not start: the next test need not wait as long to learn the same. */
  private static String hopeless;

  private final Path data;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private TheServer(Path data, URI address) {
    this.data = data;
    this.address = address;
  }

  /** A server as an agency first meets it: nobody in it yet. */
  public static synchronized TheServer empty() {
    if (plain == null) {
      plain = start("server");
    }
    return plain;
  }

  /**
   * A server with the demo agency, its accounts and cases: one of this test run, or the running one
   * that {@code -Djejak.it.address=URL -Djejak.it.data=FOLDER} name.
   */
  public static synchronized TheServer demo() {
    if (demo == null) {
      String running = System.getProperty("jejak.it.address");
      demo =
          running == null
              ? start("demo", "--demo")
              : new TheServer(Path.of(System.getProperty("jejak.it.data")), URI.create(running));
    }
    return demo;
  }

  private static TheServer start(String name, String... options) {
    if (hopeless != null) {
      throw new IllegalStateException("a server did not start before: " + hopeless);
    }
    try {
      return started(name, options);
    } catch (RuntimeException | AssertionError failed) {
      hopeless = failed.toString();
      throw failed;
    }
  }

  private static TheServer started(String name, String... options) {
    try {
      Path data = Premises.cleared(Path.of("target/it", name).toAbsolutePath());
      int port = freePort();
      LauncherProcess launcher = LauncherProcess.start(data, port, Map.of(), options);
      Runtime.getRuntime().addShutdownHook(new Thread(launcher::close));
      launcher.awaitReady(PATIENCE);
      return new TheServer(data, URI.create("http://127.0.0.1:" + port + "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A port that nobody has at this moment. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where it answers, with a slash at the end. */
  public URI address() {
    return address;
  }

  /** Its data folder. */
  public Path data() {
    return data;
  }

  /** Its database, as a superuser. */
  public Connection database() throws SQLException {
    return Premises.superuser(data);
  }

  /** The NIP of whoever has this account. */
  public String nip(String username) throws SQLException {
    try (Connection database = database();
        PreparedStatement select =
            database.prepareStatement(
                "select p.nip from person p join account a on a.person = p.handle"
                    + " where a.username = ?")) {
      select.setString(1, username);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("nobody has the account " + username);
        }
        return row.getString(1);
      }
    }
  }

  /** Asks for a path, following no redirect and keeping no cookie. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
