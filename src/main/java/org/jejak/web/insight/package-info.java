/** Pages of the leadership: figures of a period, and the reports that were issued. */
package org.jejak.web.insight;
