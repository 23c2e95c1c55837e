package org.jejak.identity;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who is on which file and who is shut out: rows that features write inside their own command, so
 * that they stand under that command's entry.
 */
@ApplicationScoped
public class Seats {
  /**
   * Gives a seat from now on; nothing happens where the person has it already.
   *
   * @param handle the file's ledger handle
   * @param person the person's handle
   * @throws org.jejak.base.Refusal {@code seat.shut-out} where the person is shut out of the file
   */
  public void give(String handle, String person, Seat seat) {
    throw new UnsupportedOperationException("being built");
  }

  /** Ends a seat; nothing happens where the person does not have it. */
  public void end(String handle, String person, Seat seat) {
    throw new UnsupportedOperationException("being built");
  }

  /** Shuts a person out of a file, and ends every seat they have on it. */
  public void shutOut(String handle, String person, String ground) {
    throw new UnsupportedOperationException("being built");
  }

  /** Whether the person is shut out of the file, directly or as kin of somebody in it. */
  public boolean isShutOut(String handle, String person) {
    throw new UnsupportedOperationException("being built");
  }
}
