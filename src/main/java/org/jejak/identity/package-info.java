/**
 * Who is who and who may do what: people, units, roles, sign-in, and the one policy that every
 * page, finder, search and download asks.
 *
 * <p>All that the policy needs stands here as rows of its own (who sits on which case, who is shut
 * out, ties between people), written by the features in the transaction of their command, so that
 * one question has one answer everywhere.
 */
package org.jejak.identity;
