package org.jejak.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Case numbers in {@code varchar(11)}. */
@Converter(autoApply = true)
public class CaseNumberColumn implements AttributeConverter<CaseNumber, String> {
  @Override
  public String convertToDatabaseColumn(CaseNumber number) {
    return number == null ? null : number.value();
  }

  @Override
  public CaseNumber convertToEntityAttribute(String column) {
    return column == null ? null : new CaseNumber(column);
  }
}
