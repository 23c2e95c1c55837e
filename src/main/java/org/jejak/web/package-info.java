/**
 * Pages and what stands around them: beans in one package per feature, filters, the answers to
 * errors, and health.
 *
 * <p>Nothing is decided here: a bean collects what was typed, calls one command and redirects.
 */
package org.jejak.web;
