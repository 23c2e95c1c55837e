package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jejak.base.Refusal;

/**
 * How a no looks to a program: RFC 9457, in the caller's language, with a {@code code} that stays.
 */
@ApplicationScoped
public class Problems {
  /** The media type of problems. */
  public static final String TYPE = "application/problem+json";

  /** A refusal, with the status of its kind. */
  public Response of(Refusal refusal, List<Locale> wanted) {
    int status = statusOf(refusal);
    Object[] values = refusal.values();
    Words words = Words.in(wanted);
    JsonObjectBuilder body = body(status, refusal.key(), words, values);
    if (refusal.kind() == Refusal.Kind.STALE && values.length >= 2) {
      body.add("yours", String.valueOf(values[0])).add("current", String.valueOf(values[1]));
    }
    Response.ResponseBuilder answer = answer(status, words, body);
    switch (refusal.kind()) {
      case LATER -> answer.header(HttpHeaders.RETRY_AFTER, waitSeconds(values, 60));
      case CLOSED -> answer.header(HttpHeaders.RETRY_AFTER, waitSeconds(values, 5));
      case RULE, UNKNOWN, FORBIDDEN, STALE, INVALID -> {}
    }
    return answer.build();
  }

  /** A problem that no refusal stands behind: a path, a method or a header that does not fit. */
  public Response plain(int status, String code, List<Locale> wanted, Object... values) {
    Words words = Words.in(wanted);
    Response.ResponseBuilder answer = answer(status, words, body(status, code, words, values));
    if (status == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }

  /** Fields whose shape is wrong: 422 that names each of them. */
  public Response of(Set<? extends ConstraintViolation<?>> violations, List<Locale> wanted) {
    Words words = Words.in(wanted);
    TreeMap<String, String> byField = new TreeMap<>();
    violations.forEach(v -> byField.put(FieldPath.of(v.getPropertyPath()), words.of(v)));
    JsonArrayBuilder fields = Json.createArrayBuilder();
    byField.forEach(
        (field, why) -> fields.add(Json.createObjectBuilder().add("field", field).add("why", why)));
    return answer(422, words, body(422, "fields", words).add("fields", fields)).build();
  }

  private static JsonObjectBuilder body(int status, String code, Words words, Object... values) {
    String title = words.sentence("problem." + status).orElseGet(() -> words.must("problem.other"));
    return Json.createObjectBuilder()
        .add("type", "urn:jejak:problem:" + code)
        .add("title", title)
        .add("status", status)
        .add("code", code)
        .add("detail", words.sentence("refusal." + code, values).orElse(title));
  }

  private static Response.ResponseBuilder answer(int status, Words words, JsonObjectBuilder body) {
    return Response.status(status)
        .type(TYPE)
        .language(words.locale())
        .entity(body.build().toString());
  }

  static int statusOf(Refusal refusal) {
    return switch (refusal.kind()) {
      case RULE, STALE -> 409;
      case UNKNOWN -> 404;
      case FORBIDDEN -> 403;
      case INVALID -> 422;
      case LATER -> 429;
      case CLOSED -> 503;
    };
  }

  private static long waitSeconds(Object[] values, long otherwise) {
    for (Object value : values) {
      if (value instanceof Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
      }
    }
    return otherwise;
  }
}
