/** Pages of custodians on the end of files. */
package org.jejak.web.erasure;
