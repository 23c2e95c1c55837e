package org.jejak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  private enum Stage {
    OPEN
  }

  private record Code(String value) {}

  private record Pair(String one, String two) {}

  @EventName("test.done/1")
  private record Done(
      Subject subject,
      Code number,
      Stage stage,
      LocalDate day,
      Instant at,
      long count,
      boolean late,
      List<Code> norms,
      String absent)
      implements LedgerEvent {}

  @EventName("test.paired/1")
  private record Paired(Subject subject, Pair pair) implements LedgerEvent {}

  @Test
  void membersAreSortedAndNothingIsAdded() {
    assertThat(
            Canonical.write(
                Map.of("b", 2L, "a", "x", "B", true, "aa", List.of(1, "y"), "c", Map.of())))
        .isEqualTo("{\"B\":true,\"a\":\"x\",\"aa\":[1,\"y\"],\"b\":2,\"c\":{}}");
  }

  @Test
  void stringsAreEscapedAsRfc8785Does() {
    // the string of RFC 8785, 3.2.2: Euro, dollar, a control, a newline, A', quotes, backslashes
    String text = "\u20ac$\u000f\nA'B\"\\\\\"/";
    assertThat(Canonical.write(Map.of("s", text)))
        .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assertThat(Canonical.write(Map.of("s", "\b\f\r\t\u007f\ud83d\ude02")))
        .isEqualTo("{\"s\":\"\\b\\f\\r\\t\u007f\ud83d\ude02\"}");
  }

  @Test
  void whatNotEveryLibraryAgreesOnIsRefused() {
    for (Object bad :
        new Object[] {1.5, 1L << 53, -(1L << 53), "e\u0301", "\ud83d", "\ude02", new Object()}) {
      assertThatThrownBy(() -> Canonical.write(Map.of("a", bad)))
          .as("%s", bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Canonical.write(Map.of("\u00e9", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Canonical.write(Map.of("a", (1L << 53) - 1))).isEqualTo("{\"a\":9007199254740991}");
  }

  @Test
  void anEventBecomesPlainValuesAndNullIsAbsent() {
    Done done =
        new Done(
            Subject.of("X"),
            new Code("2026-7K3QXM"),
            Stage.OPEN,
            LocalDate.of(2026, 2, 3),
            Instant.parse("2026-11-21T13:00:00.1Z"),
            7,
            false,
            List.of(new Code("e\u0301")),
            null);
    assertThat(Canonical.write(Canonical.data(done)))
        .isEqualTo(
            "{\"at\":\"2026-11-21T13:00:00.100000Z\",\"count\":7,\"day\":\"2026-02-03\","
                + "\"late\":false,\"norms\":[\"\u00e9\"],\"number\":\"2026-7K3QXM\","
                + "\"stage\":\"OPEN\"}");
  }

  @Test
  void aValueThatIsNotPlainIsRefused() {
    assertThatThrownBy(() -> Canonical.data(new Paired(Subject.of("X"), new Pair("a", "b"))))
        .hasMessageContaining("not a plain value");
  }
}
