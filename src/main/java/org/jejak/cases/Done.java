package org.jejak.cases;

/**
 * What a command on a case has done.
 *
 * @param file the case as it is now, also where the one who acted sees it no longer
 * @param entry the running number, in the case's chain, of the entry that says so
 * @param part the number of the matter or note it was about; 0 where it was the whole
 */
public record Done(CaseFile file, long entry, int part) {
  /** The number of the case. */
  public CaseNumber number() {
    return file.number();
  }
}
