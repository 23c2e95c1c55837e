package org.jejak.api.repeat;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jejak.api.JsonShape;
import org.jejak.base.Acting;
import org.jejak.base.Refusal;
import org.jejak.ledger.access.Look;

/**
 * Answers a repeated call with what was answered first.
 *
 * <p>Calls under the same key wait for one another on this node. On another node, or after a crash
 * between the act and the keeping of its answer, the ledger's unique request id stops the second:
 * 409 {@code request.repeated}.
 */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {
  private static final ConcurrentHashMap<String, CountDownLatch> RUNNING =
      new ConcurrentHashMap<>();
  private static final int WAIT_SECONDS = 10;

  @Inject IdempotentCall call;
  @Inject IdempotentAnswers answers;
  @Inject JsonShape json;

  @AroundInvoke
  Object once(InvocationContext context) throws Exception {
    Look.acted();
    String scope = call.scope();
    CountDownLatch mine = new CountDownLatch(1);
    for (CountDownLatch other = RUNNING.putIfAbsent(scope, mine);
        other != null;
        other = RUNNING.putIfAbsent(scope, mine)) {
      if (!other.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw Refusal.rule("idempotency.running", "the first call with this key is still running");
      }
    }
    try {
      return firstOrKept(context);
    } finally {
      RUNNING.remove(scope, mine);
      mine.countDown();
    }
  }

  private Object firstOrKept(InvocationContext context) throws Exception {
    Optional<IdempotentAnswers.Kept> kept = answers.find(call.scope());
    if (kept.isPresent() && !kept.get().bodyMark().equals(call.bodyMark())) {
      throw Refusal.invalid("idempotency.other-body", "this key was used with another body");
    }
    if (kept.isPresent() && kept.get().answer() != null) {
      return Response.status(kept.get().status())
          .type(MediaType.APPLICATION_JSON)
          .entity(call.unseal(kept.get().answer()))
          .build();
    }
    Response answer = (Response) Acting.call(Acting.now(), call.requestId(), context::proceed);
    if (kept.isEmpty() && answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
      keep(answer, context.getMethod().getAnnotation(Idempotent.class).keepsAnswer());
    }
    return answer;
  }

  private void keep(Response answer, boolean withBody) {
    String body = answer.hasEntity() ? json.write(answer.getEntity()) : "";
    answers.keep(
        new IdempotentAnswers.Kept(
            call.scope(), call.bodyMark(), answer.getStatus(), withBody ? call.seal(body) : null));
  }
}
