/**
 * Kabupaten Contoh: a fictional agency that is recorded through the same commands as real work.
 *
 * <p>Not part of the application. The launcher adds this package to the deployment in demo mode
 * only, so that a production server holds neither a clock that can tell another time nor an account
 * with a known password.
 */
package org.jejak.demo;
