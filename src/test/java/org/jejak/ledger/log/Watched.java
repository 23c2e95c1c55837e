package org.jejak.ledger.log;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/** A connection on which somebody looks before and after each statement and each commit. */
final class Watched {
  private final Steps steps;
  private final UnaryOperator<String> rewrite;

  /**
   * @param rewrite changes the text of a statement: how a test makes the database lie
   */
  Watched(Steps steps, UnaryOperator<String> rewrite) {
    this.steps = steps;
    this.rewrite = rewrite;
  }

  Connection over(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement" -> {
                String text = rewrite.apply((String) arguments[0]);
                yield statement(connection.prepareStatement(text), text);
              }
              case "createStatement" -> statement(connection.createStatement());
              case "commit" -> watched("commit", () -> call(connection, method, arguments));
              default -> call(connection, method, arguments);
            });
  }

  private PreparedStatement statement(PreparedStatement statement, String text) {
    String what = text.substring(0, Math.min(40, text.length()));
    return proxy(
        PreparedStatement.class,
        statement,
        (method, arguments) ->
            method.getName().startsWith("execute")
                ? watched(what, () -> call(statement, method, arguments))
                : call(statement, method, arguments));
  }

  private Statement statement(Statement statement) {
    return proxy(
        Statement.class,
        statement,
        (method, arguments) ->
            method.getName().startsWith("execute")
                ? watched((String) arguments[0], () -> call(statement, method, arguments))
                : call(statement, method, arguments));
  }

  private interface Call {
    Object run() throws Throwable;
  }

  private Object watched(String what, Call call) throws Throwable {
    step("before " + what);
    Object answer = call.run();
    step("after " + what);
    return answer;
  }

  private void step(String what) throws SQLException {
    try {
      steps.at(what);
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private interface Handler {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, T target, Handler handler) {
    InvocationHandler invocation = (proxy, method, arguments) -> handler.handle(method, arguments);
    return type.cast(
        Proxy.newProxyInstance(
            target.getClass().getClassLoader(), new Class<?>[] {type}, invocation));
  }
}
