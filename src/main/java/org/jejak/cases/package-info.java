/**
 * Case files: one occurrence under examination, from the day it is opened until it is closed for
 * good.
 *
 * <p>A file has subjects; each alleged breach by one subject is a {@link org.jejak.cases.Matter} on
 * one track, with a stage, findings and a decision of its own, because one act may break two rules
 * and two people may have done different things in it. The file's own stage says only how far the
 * office is with the whole. A file is never deleted and never reopened; new facts open a new file,
 * because an appeal period that has run out must stay run out. Notes and findings are never
 * overwritten: a correction is a further row.
 *
 * <p>What later features add to a case (summons, council, appeal) are entities of theirs with
 * stages of their own, on the same chain of the ledger.
 */
package org.jejak.cases;
