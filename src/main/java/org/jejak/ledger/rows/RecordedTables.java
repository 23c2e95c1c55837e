package org.jejak.ledger.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jejak.ledger.Recorded;

/** All recorded tables, by the application's own mapping. */
@ApplicationScoped
public class RecordedTables {
  @PersistenceUnit(unitName = "jejak")
  EntityManagerFactory factory;

  private volatile Map<Class<?>, RecordedTable> tables;

  /** In the order of their names. */
  public List<RecordedTable> all() {
    return byClass().values().stream().sorted(Comparator.comparing(RecordedTable::name)).toList();
  }

  /** The table of this entity. */
  RecordedTable of(Class<?> entity) {
    RecordedTable table = byClass().get(entity);
    if (table == null) {
      throw new IllegalStateException(entity + " is not recorded");
    }
    return table;
  }

  private Map<Class<?>, RecordedTable> byClass() {
    Map<Class<?>, RecordedTable> known = tables;
    if (known == null) {
      known = read(factory.unwrap(ServerSession.class));
      tables = known;
    }
    return known;
  }

  private static Map<Class<?>, RecordedTable> read(AbstractSession session) {
    Map<Class<?>, RecordedTable> read = new HashMap<>();
    for (ClassDescriptor descriptor : new ArrayList<>(session.getDescriptors().values())) {
      if (Recorded.class.isAssignableFrom(descriptor.getJavaClass())) {
        read.put(descriptor.getJavaClass(), RecordedTable.of(descriptor, session));
      }
    }
    return read;
  }
}
