package org.jejak.ledger.seal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Narratives in {@code bytea}. */
@Converter(autoApply = true)
public class NarrativeColumn implements AttributeConverter<Narrative, byte[]> {
  @Override
  public byte[] convertToDatabaseColumn(Narrative narrative) {
    return narrative == null ? null : narrative.column();
  }

  @Override
  public Narrative convertToEntityAttribute(byte[] column) {
    return Narrative.stored(column);
  }
}
