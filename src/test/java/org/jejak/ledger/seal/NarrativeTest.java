package org.jejak.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NarrativeTest {
  private static final DataKey KEY =
      new DataKey("K000000000000000", "CASE", new SecretKeySpec(new byte[32], "AES"));
  private static final String STORY = "Ia menerima amplop di ruang rapat.";
  private final NarrativeColumn column = new NarrativeColumn();

  @AfterEach
  void close() {
    KeyRing.close();
  }

  @Test
  void theColumnHoldsNoWordOfIt() {
    KeyRing.reading(List.of(KEY));
    byte[] stored = column.convertToDatabaseColumn(Narrative.of("CASE", STORY));
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("amplop");
    assertThat(stored).startsWith(1);
    assertThat(new String(stored, 1, 16, StandardCharsets.US_ASCII)).isEqualTo(KEY.id());
  }

  @Test
  void twoOfTheSameTextLookDifferent() {
    KeyRing.reading(List.of(KEY));
    assertThat(Narrative.of("CASE", STORY).column())
        .isNotEqualTo(Narrative.of("CASE", STORY).column());
  }

  @Test
  void aTextOfBeforeThereWereSealsIsReadAsItIs() {
    byte[] text = STORY.getBytes(StandardCharsets.UTF_8);
    byte[] stored = new byte[text.length + 1];
    System.arraycopy(text, 0, stored, 1, text.length);
    assertThat(column.convertToEntityAttribute(stored).text()).isEqualTo(STORY);
  }

  @Test
  void anErasedTextSaysSo() {
    Narrative erased = column.convertToEntityAttribute(new byte[] {2});
    assertThat(erased.isErased()).isTrue();
    assertThat(erased.text()).contains("erased");
    assertThat(erased.read()).isEmpty();
  }

  @Test
  void nothingIsWrittenPlainOutsideACommand() {
    Narrative unsealed = Narrative.of("CASE", STORY);
    assertThat(unsealed.text()).isEqualTo(STORY);
    assertThatThrownBy(() -> column.convertToDatabaseColumn(unsealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothingIsNothing() {
    assertThat(Narrative.of("CASE", null)).isNull();
    assertThat(column.convertToDatabaseColumn(null)).isNull();
    assertThat(column.convertToEntityAttribute(null)).isNull();
    assertThat(Narrative.textOf(null)).isNull();
  }
}
