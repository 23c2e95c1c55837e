package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;

/**
 * The one place of REST where exceptions are answered.
 *
 * <p>What we know may sit deep: the transaction and the interceptors wrap it. What nobody expected
 * becomes a reference number; its story goes to the log and never to the caller.
 */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Context HttpHeaders headers;
  @Inject Problems problems;

  @Override
  public Response toResponse(Throwable failure) {
    List<Locale> wanted = headers.getAcceptableLanguages();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      Response answer = known(cause, wanted);
      if (answer != null) {
        return answer;
      }
      cause = cause.getCause();
    }
    String reference = Handle.random(8);
    LOG.log(System.Logger.Level.ERROR, "REST call failed, reference " + reference, failure);
    return problems.plain(500, "failure", wanted, reference);
  }

  private Response known(Throwable cause, List<Locale> wanted) {
    return switch (cause) {
      case Refusal refusal -> problems.of(refusal, wanted);
      case ConstraintViolationException shape ->
          problems.of(shape.getConstraintViolations(), wanted);
      case OptimisticLockException stale -> problems.plain(409, "stale", wanted);
      case NotFoundException nowhere -> problems.of(Refusal.unknown("path"), wanted);
      case WebApplicationException unread when unread.getResponse().getStatus() == 404 ->
          // So the server answers a parameter that it cannot read.
          problems.plain(400, "parameter.unreadable", wanted);
      case WebApplicationException plain -> ofServer(plain.getResponse(), wanted);
      case SQLException database -> ofDatabase(database, wanted);
      default -> null;
    };
  }

  private Response ofServer(Response answer, List<Locale> wanted) {
    if (answer.hasEntity() || answer.getStatus() < 400) {
      return answer;
    }
    return switch (answer.getStatus()) {
      case 400 -> problems.plain(400, "body.unreadable", wanted);
      case 405 -> problems.plain(405, "method", wanted);
      case 406 -> problems.plain(406, "accept", wanted);
      case 413 -> problems.plain(413, "body.too-large", wanted);
      case 415 -> problems.plain(415, "body.not-json", wanted);
      default -> problems.plain(answer.getStatus(), "request", wanted);
    };
  }

  /** Only what time heals; the rest is our own fault. */
  private Response ofDatabase(SQLException database, List<Locale> wanted) {
    String state = database.getSQLState() == null ? "" : database.getSQLState();
    boolean healsByItself =
        state.startsWith("08")
            || state.startsWith("57P")
            || state.equals("40001")
            || state.equals("40P01");
    return healsByItself
        ? problems.of(new Refusal(Refusal.Kind.CLOSED, "busy", "the database is busy"), wanted)
        : null;
  }
}
