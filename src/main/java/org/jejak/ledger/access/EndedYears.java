package org.jejak.ledger.access;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jejak.ledger.LedgerSettings;
import org.jejak.ledger.Logs;

/**
 * Destroys what two people ended: rows in lots, published files, the signing key. Begun after the
 * commit and again at each start, so that a crash in between only delays it.
 */
@ApplicationScoped
public class EndedYears {
  private static final System.Logger LOG = System.getLogger(EndedYears.class.getName());
  private static final int LOT = 20_000;

  @Resource(lookup = "java:app/jejak")
  DataSource dataSource;

  @Resource ManagedExecutorService executor;
  @Inject Logs logs;
  @Inject LedgerSettings settings;

  void confirmed(@Observes(during = AFTER_SUCCESS) ConfirmYearEnd.Confirmed end) {
    executor.execute(() -> destroy(end.log()));
  }

  void start(@Observes @Priority(300) @Initialized(ApplicationScoped.class) Object started) {
    executor.execute(() -> ended().forEach(this::destroy));
  }

  private List<String> ended() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select log from access_end where state = 'ENDED' order by log");
        ResultSet rows = select.executeQuery()) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("the ended years cannot be read", e);
    }
  }

  private void destroy(String log) {
    logs.close(log);
    try {
      long gone = destroyRows(log);
      destroyFiles(settings.publication().resolve(log));
      boolean key = Files.deleteIfExists(settings.keyFile(log));
      boolean mark =
          Files.deleteIfExists(settings.keyFile(log).resolveSibling(log + ".high-water"));
      if (gone > 0 || key || mark) {
        LOG.log(System.Logger.Level.INFO, "{0} is destroyed: {1} rows", log, gone);
      }
    } catch (SQLException | IOException e) {
      LOG.log(
          System.Logger.Level.ERROR, log + " was ended but is not wholly destroyed; a restart", e);
    }
  }

  private long destroyRows(String log) throws SQLException {
    long gone = 0;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement destroy = connection.prepareStatement("select access_destroy(?, ?)")) {
      destroy.setString(1, log);
      destroy.setInt(2, LOT);
      for (long some = -1; some != 0; gone += Math.max(0, some)) {
        try (ResultSet row = destroy.executeQuery()) {
          row.next();
          some = row.getLong(1);
        }
      }
    }
    return gone;
  }

  private static void destroyFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
