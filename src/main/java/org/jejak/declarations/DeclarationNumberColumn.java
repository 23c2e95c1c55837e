package org.jejak.declarations;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Declaration numbers as text. */
@Converter(autoApply = true)
public class DeclarationNumberColumn implements AttributeConverter<DeclarationNumber, String> {
  @Override
  public String convertToDatabaseColumn(DeclarationNumber number) {
    return number == null ? null : number.value();
  }

  @Override
  public DeclarationNumber convertToEntityAttribute(String column) {
    return column == null ? null : new DeclarationNumber(column);
  }
}
