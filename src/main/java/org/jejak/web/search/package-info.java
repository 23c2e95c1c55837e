/**
 * The search page.
 *
 * <p>The words somebody searches for name people. They stay out of addresses, histories and logs:
 * the form posts them, the session keeps them under a random name, and the address of the results
 * carries that name only. So reload, back and the links between pages work as they do everywhere.
 */
package org.jejak.web.search;
