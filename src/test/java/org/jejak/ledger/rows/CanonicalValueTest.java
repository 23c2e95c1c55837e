package org.jejak.ledger.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.jejak.ledger.seal.Envelope;
import org.junit.jupiter.api.Test;

class CanonicalValueTest {
  private enum Stage {
    OPEN {
      @Override
      public String toString() {
        return "not this";
      }
    }
  }

  private record Number(String value) {}

  private record Pair(String one, String other) {}

  private static String written(Object value) {
    return new String(CanonicalValue.of(value).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void eachValueHasOneWrittenForm() {
    assertThat(written("Ruang  rapat\n")).isEqualTo("Ruang  rapat\n");
    assertThat(written(7)).isEqualTo("7");
    assertThat(written(-7L)).isEqualTo("-7");
    assertThat(written((short) 2026)).isEqualTo("2026");
    assertThat(written(true)).isEqualTo("true");
    assertThat(written(Stage.OPEN)).isEqualTo("OPEN");
    assertThat(written(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
    assertThat(written(Instant.parse("2026-11-21T13:00:00Z")))
        .isEqualTo("2026-11-21T13:00:00.000000Z");
    assertThat(written(new Number("2026-7K3QXM"))).isEqualTo("2026-7K3QXM");
    assertThat(written(Envelope.of(new byte[] {-1, -2, -3}))).isEqualTo("__79");
  }

  @Test
  void nothingHasNoForm() {
    assertThat(CanonicalValue.of(null)).isEmpty();
  }

  @Test
  void whatCanChangeOrHasNoOneFormIsRefused() {
    assertThatThrownBy(() -> CanonicalValue.of(new Pair("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
    for (Class<?> type :
        List.of(
            byte[].class,
            Date.class,
            List.class,
            double.class,
            BigDecimal.class,
            StringBuilder.class,
            Pair.class)) {
      assertThat(CanonicalValue.has(type)).as(type.getName()).isFalse();
    }
    assertThat(CanonicalValue.has(Number.class)).isTrue();
    assertThat(CanonicalValue.has(int.class)).isTrue();
  }
}
