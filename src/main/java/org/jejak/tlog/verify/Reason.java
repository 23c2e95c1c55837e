package org.jejak.tlog.verify;

/**
 * Why a verdict is what it is. Each has its sentence, in both languages, in {@code
 * verdicts_<language>.properties}.
 */
public enum Reason {
  // good
  RECEIPT_FITS(Verdict.GENUINE),
  LOG_FITS(Verdict.GENUINE),
  LOG_FITS_WITHOUT_ENTRIES(Verdict.GENUINE),
  DOSSIER_FITS(Verdict.GENUINE),

  // cannot be read
  TOO_LARGE(Verdict.INVALID),
  UNREACHABLE(Verdict.INVALID),
  NOT_TEXT(Verdict.INVALID),
  NOT_A_RECEIPT(Verdict.INVALID),
  NO_ENTRY(Verdict.INVALID),
  NO_INDEX(Verdict.INVALID),
  PATH_UNREADABLE(Verdict.INVALID),
  CHECKPOINT_UNREADABLE(Verdict.INVALID),
  SIGNATURES_UNREADABLE(Verdict.INVALID),

  // does not fit
  OTHER_LOG(Verdict.INVALID),
  OTHER_KEY(Verdict.INVALID),
  CHECKPOINT_CHANGED(Verdict.INVALID),
  COSIGNATURE_CHANGED(Verdict.INVALID),
  BEYOND_THE_LOG(Verdict.INVALID),
  PATH_LENGTH(Verdict.INVALID),
  NOT_IN_THE_TREE(Verdict.INVALID),

  // a copied log
  NO_CHECKPOINT(Verdict.INVALID),
  TILE_MISSING(Verdict.INVALID),
  TILE_LENGTH(Verdict.INVALID),
  TILE_CHANGED(Verdict.INVALID),
  BUNDLE_MISSING(Verdict.INVALID),
  BUNDLE_UNREADABLE(Verdict.INVALID),
  ENTRY_CHANGED(Verdict.INVALID),
  ROOT_DIFFERS(Verdict.INVALID),

  // a dossier
  DOSSIER_UNREADABLE(Verdict.INVALID),
  DOSSIER_FILE_MISSING(Verdict.INVALID),
  DOSSIER_FILE_CHANGED(Verdict.INVALID),
  DOSSIER_FILE_EXTRA(Verdict.INVALID),
  DOSSIER_GAP(Verdict.INVALID),
  DOSSIER_FIELD(Verdict.INVALID),
  DOSSIER_NOT_ISSUED(Verdict.INVALID),
  DOSSIER_BYTES(Verdict.INVALID),

  // two stories
  ANOTHER_TREE(Verdict.DIVERGED),
  ANOTHER_BEGINNING(Verdict.DIVERGED),
  SHORTER(Verdict.DIVERGED),
  LOST_ENTRIES(Verdict.DIVERGED);

  private final Verdict verdict;

  Reason(Verdict verdict) {
    this.verdict = verdict;
  }

  /** The verdict it leads to; a good one becomes better by witnesses. */
  Verdict verdict() {
    return verdict;
  }
}
