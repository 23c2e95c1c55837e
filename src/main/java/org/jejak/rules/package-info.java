/**
 * The law as tables with dates: instruments, norms, the agency's code of conduct, sanctions.
 *
 * <p>Code asks these tables and holds no threshold, name or article itself. A value is looked up by
 * the day of the act, never by today, because a rule that came later must not reach back. An error
 * in a table stops the start: a wrong article on a decision cannot be taken back.
 */
package org.jejak.rules;
