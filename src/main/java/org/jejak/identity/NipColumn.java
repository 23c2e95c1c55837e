package org.jejak.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A NIP as its 18 digits. */
@Converter(autoApply = true)
public class NipColumn implements AttributeConverter<Nip, String> {
  @Override
  public String convertToDatabaseColumn(Nip nip) {
    return nip == null ? null : nip.value();
  }

  @Override
  public Nip convertToEntityAttribute(String column) {
    return column == null ? null : new Nip(column);
  }
}
