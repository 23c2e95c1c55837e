package org.jejak.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The database of the measured agency, as its superuser. */
final class Database {
  private final String url;
  private final String password;

  /** The embedded database of this data folder. */
  Database(Path data) throws IOException {
    Properties secrets = new Properties();
    try (InputStream in = Files.newInputStream(data.resolve("secrets.properties"))) {
      secrets.load(in);
    }
    password = secrets.getProperty("superuser.password");
    url =
        "jdbc:postgresql://127.0.0.1:"
            + Files.readString(data.resolve("pg.port")).strip()
            + "/jejak";
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection(url, "postgres", password);
  }

  void run(String... statements) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  long number(String query) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
