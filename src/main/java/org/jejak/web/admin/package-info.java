/**
 * The administrator's pages: people, units, accounts and roles. No case is ever in sight here; each
 * bean names its permission, so that not even a getter answers anybody else.
 */
package org.jejak.web.admin;
