package org.jejak.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A grade as its code. */
@Converter(autoApply = true)
public class GradeColumn implements AttributeConverter<Grade, String> {
  @Override
  public String convertToDatabaseColumn(Grade grade) {
    return grade == null ? null : grade.code();
  }

  @Override
  public Grade convertToEntityAttribute(String column) {
    return column == null ? null : new Grade(column);
  }
}
