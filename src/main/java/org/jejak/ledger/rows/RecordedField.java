package org.jejak.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.seal.Envelope;
import org.jejak.ledger.seal.Narrative;

/** One field of a recorded table. */
public final class RecordedField {
  private final String name;
  private final String attribute;
  private final DatabaseMapping outer;
  private final DatabaseMapping mapping;
  private final String target;

  /**
   * @param outer the mapping of the embedded value it is part of; else {@code null}
   * @param target the table it refers to; {@code null} for a plain value
   */
  RecordedField(
      String name,
      String attribute,
      DatabaseMapping outer,
      DatabaseMapping mapping,
      String target) {
    this.name = name;
    this.attribute = attribute;
    this.outer = outer;
    this.mapping = mapping;
    this.target = target;
  }

  /** The column, which is the last part of the field's id. */
  public String name() {
    return name;
  }

  /** Whether it tells a story or hides an identity: cleared when its file is erased. */
  public boolean isSecret() {
    Class<?> type = type(mapping);
    return type == Narrative.class || type == Envelope.class;
  }

  /** The entity's attribute that holds it. */
  String attribute() {
    return attribute;
  }

  /** The recorded table it refers to; {@code null} where it is a value. */
  String target() {
    return target;
  }

  /** The class of the attribute behind a mapping. */
  static Class<?> type(DatabaseMapping mapping) {
    return mapping.getAttributeAccessor().getAttributeClass();
  }

  /** The value in the domain, as the entity has it; of a reference the row's name. */
  Object of(Object entity, AbstractSession session) {
    Object holder = entity;
    if (outer != null) {
      holder = outer.getRealAttributeValueFromObject(entity, session);
      if (holder == null) {
        return null;
      }
    }
    Object value = mapping.getRealAttributeValueFromObject(holder, session);
    return value instanceof Recorded row && target != null ? row.trail().row() : value;
  }

  /**
   * The same value as the column has it.
   *
   * @throws RuntimeException where the column holds what the domain does not know
   */
  Object of(ResultSet row, int column, AbstractSession session) throws SQLException {
    if (target != null) {
      return row.getString(column);
    }
    Class<?> type = type(mapping);
    Object raw =
        type == Instant.class
            ? row.getObject(column, OffsetDateTime.class)
            : type == LocalDate.class
                ? row.getObject(column, LocalDate.class)
                : row.getObject(column);
    return raw == null ? null : ((AbstractDirectMapping) mapping).getObjectValue(raw, session);
  }
}
