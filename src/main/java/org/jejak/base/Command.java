package org.jejak.base;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One thing somebody can do: a bean, one transaction for each call, at least one ledger entry.
 *
 * <p>A command called by another joins its transaction; the entries are written when the outermost
 * one ends.
 */
@Stereotype
@Dependent
@Transactional
@Recording
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Command {}
