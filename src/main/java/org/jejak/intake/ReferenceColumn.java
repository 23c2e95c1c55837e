package org.jejak.intake;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** References as text. */
@Converter(autoApply = true)
public class ReferenceColumn implements AttributeConverter<Reference, String> {
  @Override
  public String convertToDatabaseColumn(Reference reference) {
    return reference == null ? null : reference.value();
  }

  @Override
  public Reference convertToEntityAttribute(String column) {
    return column == null ? null : new Reference(column);
  }
}
