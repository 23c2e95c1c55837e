package org.jejak.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Trail;

/** A table whose rows are recorded: every column but the trail's is a field. */
public final class RecordedTable {
  /** Columns before the fields in {@link #select}. */
  private static final int HEAD = 3;

  /**
   * A row as it was read.
   *
   * @param id {@code table/row}, the beginning of its fields' ids
   * @param values of its fields, in their order, canonical; {@code null} where empty
   * @param unreadable names of fields whose column holds what the domain does not know
   */
  public record Row(
      String id, String chain, long seq, List<byte[]> values, Set<String> unreadable) {
    /** The row's name alone, without its table. */
    public String name() {
      return id.substring(id.indexOf('/') + 1);
    }
  }

  private final String name;
  private final List<RecordedField> fields;
  private final AbstractSession session;
  private final String key;
  private final String version;

  private RecordedTable(
      ClassDescriptor descriptor, List<RecordedField> fields, AbstractSession session) {
    this.name = lower(descriptor.getTableName());
    this.fields = List.copyOf(fields);
    this.session = session;
    this.key = lower(descriptor.getPrimaryKeyFields().get(0).getName());
    this.version = lower(descriptor.getOptimisticLockingPolicy().getWriteLockField().getName());
  }

  /**
   * @throws IllegalStateException where a field cannot be committed to
   */
  static RecordedTable of(ClassDescriptor descriptor, AbstractSession session) {
    List<RecordedField> fields = new ArrayList<>();
    for (DatabaseMapping mapping : descriptor.getMappings()) {
      add(fields, mapping, mapping.getAttributeName(), null, descriptor.getJavaClass());
    }
    return new RecordedTable(descriptor, fields, session);
  }

  private static void add(
      List<RecordedField> fields,
      DatabaseMapping mapping,
      String attribute,
      DatabaseMapping outer,
      Class<?> entity) {
    String where = entity.getSimpleName() + "." + attribute;
    switch (mapping) {
      case AggregateObjectMapping embedded when outer == null -> {
        if (embedded.getReferenceClass() != Trail.class) {
          for (DatabaseMapping part : embedded.getReferenceDescriptor().getMappings()) {
            add(fields, part, attribute, embedded, entity);
          }
        }
      }
      case AbstractDirectMapping direct -> {
        if (!CanonicalValue.has(RecordedField.type(direct))) {
          throw new IllegalStateException(
              where + " is a " + RecordedField.type(direct) + ", which can change or has no form");
        }
        fields.add(
            new RecordedField(lower(direct.getField().getName()), attribute, outer, direct, null));
      }
      case OneToOneMapping one when recorded(one.getReferenceClass()) ->
          fields.add(
              new RecordedField(
                  lower(one.getForeignKeyFields().get(0).getName()),
                  attribute,
                  outer,
                  one,
                  lower(one.getReferenceDescriptor().getTableName())));
      case OneToManyMapping children when recorded(children.getReferenceClass()) -> {} // theirs
      case CollectionMapping many ->
          throw new IllegalStateException(
              where + " is a collection of what is not recorded; make its elements recorded rows");
      default -> throw new IllegalStateException(where + " cannot be committed to: " + mapping);
    }
  }

  /** The table's name, which is the first part of its fields' ids. */
  public String name() {
    return name;
  }

  public List<RecordedField> fields() {
    return fields;
  }

  /** The field that only a new row commits to: its database key. */
  public String key() {
    return key;
  }

  /** {@code table/row}, with which the ids of this row's fields begin. */
  String id(Recorded row) {
    return name + '/' + row.trail().row();
  }

  /**
   * The canonical values of a row's fields by the fields' ids.
   *
   * @param attributes those that changed; the version goes with them. {@code null} for a new row:
   *     all that are not empty
   */
  Map<String, byte[]> values(Recorded row, Collection<String> attributes) {
    Map<String, byte[]> values = new HashMap<>();
    for (RecordedField field : fields) {
      boolean all = attributes == null;
      if (all || attributes.contains(field.attribute()) || field.name().equals(version)) {
        Optional<byte[]> value = CanonicalValue.of(field.of(row, session));
        if (value.isPresent() || !all) {
          values.put(id(row) + '/' + field.name(), value.orElse(null));
        }
      }
    }
    return values;
  }

  /** Reads rows as {@link #read} wants them; a condition on {@code t} and an order may follow. */
  public String select() {
    StringBuilder columns = new StringBuilder("select t.row_ref, t.case_ref, t.seq");
    StringBuilder tables = new StringBuilder(" from ").append(name).append(" t");
    int n = 0;
    for (RecordedField field : fields) {
      if (field.target() == null) {
        columns.append(", t.").append(field.name());
      } else {
        String joined = "r" + n++;
        columns.append(", ").append(joined).append(".row_ref");
        tables
            .append(" left join ")
            .append(field.target() + " " + joined + " on " + joined + ".id = t." + field.name());
      }
    }
    return columns.append(tables).toString();
  }

  /** The row on which the result of {@link #select} stands. */
  public Row read(ResultSet result) throws SQLException {
    List<byte[]> values = new ArrayList<>(fields.size());
    Set<String> unreadable = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      byte[] value = null;
      try {
        value = CanonicalValue.of(fields.get(i).of(result, HEAD + 1 + i, session)).orElse(null);
      } catch (RuntimeException notOfTheDomain) {
        unreadable.add(fields.get(i).name()); // answered by the caller, as a fault
      }
      values.add(value);
    }
    return new Row(
        name + '/' + result.getString(1),
        result.getString(2),
        result.getLong(3),
        values,
        unreadable);
  }

  private static boolean recorded(Class<?> type) {
    return Recorded.class.isAssignableFrom(type);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
