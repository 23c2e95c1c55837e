package org.jejak.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers on the application's port while there is no application: 503, and when to come back. */
final class MaintenancePage implements AutoCloseable {
  private static final int UNAVAILABLE = 503;
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="id">
      <head><meta charset="utf-8"><title>Jejak</title>
      <meta name="viewport" content="width=device-width"></head>
      <body><main>
      <h1>Jejak sedang disiapkan</h1>
      <p>Basis data belum siap. Tidak ada yang hilang. Silakan coba lagi sebentar lagi.</p>
      <p lang="en">Jejak is being prepared: its database is not ready yet. Nothing is lost.
      Please try again shortly.</p>
      </main></body></html>
      """;

  private final HttpServer server;

  private MaintenancePage(HttpServer server) {
    this.server = server;
  }

  /**
   * @throws Trouble when the port is taken or the address is not of this machine
   */
  static MaintenancePage open(String address, int port) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
      server.createContext("/", MaintenancePage::answer);
      server.start();
      return new MaintenancePage(server);
    } catch (BindException e) {
      throw new Trouble(
          "Port %d of %s cannot be used (%s); choose another with --port N."
              .formatted(port, address, e.getMessage()),
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new Trouble("Address %s cannot be used: %s.".formatted(address, e.getMessage()), e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Retry-After", "10");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
      boolean head = "HEAD".equals(exchange.getRequestMethod());
      exchange.sendResponseHeaders(UNAVAILABLE, head ? -1 : page.length);
      if (!head) {
        exchange.getResponseBody().write(page);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
