package org.jejak.ledger;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.util.OptionalLong;

/**
 * Watches every entity: a recorded row takes the number of its chain's newest entry when it is
 * written, and is not written without one.
 *
 * <p>The default listener of {@code META-INF/orm.xml}, so that no entity can be forgotten.
 */
public class Stamp {
  // Called when an object joins the context, which is before its event is appended: the number
  // comes at the end of the command.
  @PrePersist
  void beforeInsert(Object entity) {
    if (entity instanceof Recorded row) {
      Book book = Book.current();
      refuseOutside(book, row);
      book.joined(row);
    }
  }

  @PreUpdate
  void beforeUpdate(Object entity) {
    if (entity instanceof Recorded row) {
      Book book = Book.current();
      refuseOutside(book, row);
      stamp(book, row);
    }
  }

  @PreRemove
  void beforeRemove(Object entity) {
    if (entity instanceof Recorded row) {
      throw new IllegalStateException(what(row) + " is recorded; it can never be removed");
    }
  }

  static void stamp(Book book, Recorded row) {
    OptionalLong seq = book.newest(row.trail().caseRef());
    if (seq.isEmpty()) {
      throw new IllegalStateException(
          what(row) + " changed, and its chain got no entry in this command");
    }
    row.trail().stamp(seq.getAsLong());
  }

  private static void refuseOutside(Book book, Recorded row) {
    if (book == null) {
      throw new IllegalStateException(what(row) + " changed outside a command");
    }
    if (book.isSealed()) {
      throw new IllegalStateException(what(row) + " changed after its entries were written");
    }
  }

  private static String what(Recorded row) {
    return row.getClass().getSimpleName() + " of chain " + row.trail().caseRef();
  }
}
