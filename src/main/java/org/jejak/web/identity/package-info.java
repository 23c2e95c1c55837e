/** Pages of sign-in: the door, the first administrator, and one's own account. */
package org.jejak.web.identity;
