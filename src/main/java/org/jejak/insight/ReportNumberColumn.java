package org.jejak.insight;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Report numbers as text. */
@Converter(autoApply = true)
public class ReportNumberColumn implements AttributeConverter<ReportNumber, String> {
  @Override
  public String convertToDatabaseColumn(ReportNumber number) {
    return number == null ? null : number.value();
  }

  @Override
  public ReportNumber convertToEntityAttribute(String column) {
    return column == null ? null : new ReportNumber(column);
  }
}
