/**
 * The launcher: a small JVM that starts the database and the application, watches over both and
 * ends what it started.
 *
 * <p>It is a process of its own and not part of the WAR, because the server opens its connections
 * while it deploys: with the database down a deployment fails for good. So the database and its
 * schema come first, and whoever knocks meanwhile reads a maintenance page. The container tests
 * start the same classes.
 */
package org.jejak.boot;
