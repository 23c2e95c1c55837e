package org.jejak.ledger;

/**
 * Something that does not fit.
 *
 * @param index place in the log; -1 where it has none
 * @param table where it is: a table, {@code publication} for the published files, or {@code search}
 *     for the index
 * @param field the column or field that does not fit; of a recorded row {@code row/column}
 * @param subject the chain it belongs to, where that can still be told; else empty
 * @param lastGood index of the last entry before it that fits; -1 where there is none
 * @param author handle of who wrote that last good entry; empty where there is none
 */
public record Fault(
    Kind kind,
    long index,
    String table,
    String field,
    String subject,
    long lastGood,
    String author) {

  /** What does not fit. */
  public enum Kind {
    /** The bytes do not hash to the leaf. */
    BYTES_CHANGED,
    /** A leaf whose entry is gone. */
    ENTRY_MISSING,
    /** An index without a leaf. */
    LEAF_MISSING,
    /** A committed entry that never got a place. */
    NOT_PLACED,
    /** The bytes are not an entry at all. */
    UNREADABLE,
    /** A column beside the bytes says something else than they. */
    COLUMN_DIFFERS,
    /** A number is missing or twice in a chain. */
    CHAIN_GAP,
    /** An entry does not name the leaf of the entry before it in its chain. */
    CHAIN_BROKEN,
    /** A kept subtree is not the root of its leaves. */
    NODE_DIFFERS,
    /** A published tile has another leaf. */
    TILE_DIFFERS,
    /** A checkpoint is not signed by the log's key, or its text is not its row. */
    CHECKPOINT_UNSIGNED,
    /** A checkpoint's root is not the tree's at that size. */
    CHECKPOINT_ROOT,
    /** The head is not where the leaves end, or has another root. */
    HEAD_DIFFERS,
    /** Outsiders have seen a checkpoint that this tree does not contain. */
    PUBLISHED_DIFFERS,
    /** Entry 0 does not begin this log. */
    BEGINNING,
    /** A row's field is not what its newest entry committed to. */
    ROW_DIFFERS,
    /** Entries speak of a row that is gone. */
    ROW_MISSING,
    /** A row of which no entry speaks, or which is there twice. */
    ROW_UNKNOWN,
    /** A row names another entry than the one that changed it last. */
    ROW_NUMBER,
    /** What opens a commitment is gone, and no erasure was logged. */
    DISCLOSURE_MISSING,
    /** What is to open a commitment does not, or belongs to none. */
    DISCLOSURE_DIFFERS,
    /** The search index does not have a file that it should have. */
    INDEX_MISSING,
    /** The search index has a file that is not there. */
    INDEX_UNKNOWN
  }
}
