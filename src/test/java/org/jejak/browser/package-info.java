/**
 * The journeys of each kind of user in a real browser, on the demo agency as {@code scripts/run
 * --demo} starts it.
 *
 * <p>Every page a test looks at is also looked at by axe, and by the browser's own console: a
 * script or style that the Content-Security-Policy refused, or a file that is not there, fails the
 * test.
 */
package org.jejak.browser;
