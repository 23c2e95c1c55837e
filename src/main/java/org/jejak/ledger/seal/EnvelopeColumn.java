package org.jejak.ledger.seal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Envelopes in {@code bytea}. */
@Converter(autoApply = true)
public class EnvelopeColumn implements AttributeConverter<Envelope, byte[]> {
  @Override
  public byte[] convertToDatabaseColumn(Envelope envelope) {
    return envelope == null ? null : envelope.bytes();
  }

  @Override
  public Envelope convertToEntityAttribute(byte[] column) {
    return column == null ? null : Envelope.of(column);
  }
}
