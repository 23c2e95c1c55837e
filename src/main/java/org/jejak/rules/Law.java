package org.jejak.rules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The article that a piece of code carries out, e.g. {@code PP 94/2021 Ps 8(2)a}. Its instrument
 * must stand in {@code rules/instruments.csv}; a test sees to that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Law {
  String[] value();
}
