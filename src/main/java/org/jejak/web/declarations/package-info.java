/** Pages of the declarations: file one, see it, decide on it. */
package org.jejak.web.declarations;
