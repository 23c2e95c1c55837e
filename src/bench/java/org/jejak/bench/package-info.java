/**
 * Benchmarks against a whole running Jejak, over HTTP, as its users meet it. Plain JDK, so that
 * nothing stands between the clock and the socket; each figure also stands beside another of the
 * same run, because only ratios travel from machine to machine.
 */
package org.jejak.bench;
