package org.jejak.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the interface says of a call beyond its signature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Call {
  /** One English sentence: what it does. */
  String says();

  /** The status of success. */
  int status() default 200;

  /** The body of success, where the method returns a {@code Response}; {@code void} for none. */
  Class<?> answer() default void.class;
}
