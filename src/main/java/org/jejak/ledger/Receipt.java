package org.jejak.ledger;

/**
 * The proof that an entry is in the log, as far as it has come.
 *
 * @param state {@code RECORDED} when committed, {@code LOGGED} when in a signed tree, {@code
 *     WITNESSED} when enough witnesses have cosigned that tree
 * @param id an unguessable public id of the entry
 * @param index its place in the log, -1 while only recorded
 * @param proof the {@code tlog-proof} text; {@code null} while only recorded
 * @param cosigned how many witnesses have cosigned the proof's checkpoint
 * @param witnesses how many witnesses this agency has
 */
public record Receipt(
    State state, String id, long index, String proof, int cosigned, int witnesses) {
  /** How far an entry has come. */
  public enum State {
    RECORDED,
    LOGGED,
    WITNESSED
  }
}
