package org.jejak.boot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGProperty;

/** A database and the login that may create roles and a schema in it. */
record Target(String url, String user, String password) {
  static final String SCHEME = "jdbc:postgresql:";
  private static final String SECONDS_TO_CONNECT = "5";

  /** The address without its scheme, which the deployment descriptor must spell itself. */
  String place() {
    return url.substring(SCHEME.length());
  }

  Connection connect() throws SQLException {
    return connect(user, password);
  }

  /** Connects as another login of the same database. */
  Connection connect(String login, String secret) throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, login);
    PGProperty.PASSWORD.set(properties, secret);
    PGProperty.CONNECT_TIMEOUT.set(properties, SECONDS_TO_CONNECT);
    PGProperty.LOGIN_TIMEOUT.set(properties, SECONDS_TO_CONNECT);
    PGProperty.APPLICATION_NAME.set(properties, "jejak-boot");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return url;
  }
}
