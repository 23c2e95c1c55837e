package org.jejak.ledger.access;

import jakarta.persistence.PostLoad;
import org.jejak.ledger.Recorded;

/**
 * Notes each recorded row that is read while a request is served: a page cannot show a case without
 * having read it, and so none can forget to say so. A default listener of {@code META-INF/orm.xml}.
 *
 * <p>Lists read columns and no entities ({@code select new …}); they are no looks.
 */
public class LoadWatch {
  @PostLoad
  void loaded(Object entity) {
    if (entity instanceof Recorded row
        && !entity.getClass().isAnnotationPresent(OutsideFiles.class)) {
      Look.saw(row.trail().caseRef());
    }
  }
}
