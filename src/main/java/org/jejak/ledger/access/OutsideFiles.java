package org.jejak.ledger.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recorded entity that is no part of a case, report or declaration: to read it is no look at one.
 * Whoever forgets the mark records too many looks and never too few.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OutsideFiles {}
