package org.jejak.api.repeat;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that changes something and demands an {@code Idempotency-Key}: repeated within seven days
 * it gets the first answer and changes nothing. The method returns a {@code Response}.
 *
 * <p>Every command in the call runs under a request id derived from the key, so that even where the
 * answer was lost in a crash the ledger refuses to record the act a second time.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {
  /** The header that carries the key. */
  String HEADER = "Idempotency-Key";

  /**
   * False where the answer must not be kept, not even sealed: the method is called again and has to
   * find its own first answer.
   */
  @Nonbinding
  boolean keepsAnswer() default true;
}
