/**
 * The pages of cases: one bean for each, and {@code CaseHead} for what stands on top of all pages
 * about one case.
 */
package org.jejak.web.cases;
