package org.jejak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;

class FormatTest {
  private static final Instant AT = Instant.parse("2026-11-21T13:47:11.123456Z");

  @EventName("case.noted/1")
  private record Noted(Subject subject, String kind) implements LedgerEvent {}

  @EventName("case.ruled/1")
  private record Ruled(Subject subject, String rules) implements UnderLaw {}

  private record Nameless(Subject subject) implements LedgerEvent {}

  @Test
  void theBytesAreExactlyThese() {
    byte[] prev = new byte[32];
    prev[31] = 1;
    byte[] bytes =
        Format.bytes(
            new EntryDraft(
                new Noted(Subject.of("CASE"), "MEMO"),
                "00112233445566778899aabbccddeeff",
                AT,
                new Actor("PERSON", "INVESTIGATOR"),
                2,
                prev,
                null,
                "REQUEST",
                "0.1.0"));
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"act\":\"case.noted/1\",\"app\":\"0.1.0\",\"at\":\"2026-11-21T13:47:11.123456Z\","
                + "\"case\":\"CASE\",\"data\":{\"kind\":\"MEMO\"},"
                + "\"n\":\"00112233445566778899aabbccddeeff\","
                + "\"prev\":\"0000000000000000000000000000000000000000000000000000000000000001\","
                + "\"req\":\"REQUEST\",\"role\":\"INVESTIGATOR\",\"seq\":2,\"v\":1,"
                + "\"who\":\"PERSON\"}");
  }

  @Test
  void whatIsCommittedToOnWhoseBehalfAndUnderWhichLawStandsBesideIt() {
    byte[] bytes =
        Format.bytes(
            new EntryDraft(
                new Ruled(Subject.of("CASE"), "ab12"),
                "00",
                AT,
                new Actor("DEPUTY", "AUTHORITY").onBehalfOf("HEAD").in("SUPERIOR"),
                1,
                null,
                List.of(List.of("case_file/ROW/stage", "C0"), List.of("case_file/ROW/unit", "C1")),
                "R",
                "0"));
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .contains("\"for\":\"HEAD\"", "\"role\":\"SUPERIOR\"", "\"rules\":\"ab12\"")
        .contains("\"set\":[[\"case_file/ROW/stage\",\"C0\"],[\"case_file/ROW/unit\",\"C1\"]]");
  }

  @Test
  void thePublicLeavesNoMinute() {
    byte[] bytes =
        Format.bytes(
            new EntryDraft(
                new Noted(Subject.of("CASE"), "MEMO"),
                "00",
                AT,
                Actor.PUBLIC,
                1,
                null,
                List.of(),
                "R",
                "0"));
    Entry entry = Format.entry(-1, bytes);
    assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(Format.parse(bytes)).doesNotContainKey("prev");
    assertThat(entry.data().getString("kind")).isEqualTo("MEMO");
  }

  @Test
  void anEventWithoutALastingNameIsRefused() {
    assertThatThrownBy(() -> Format.name(new Nameless(Subject.of("X"))))
        .hasMessageContaining("@EventName");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatThrownBy(
            () ->
                Format.bytes(
                    new EntryDraft(
                        new Noted(Subject.of("X"), "x".repeat(60_000)),
                        "00",
                        AT,
                        Actor.PUBLIC,
                        1,
                        null,
                        null,
                        "R",
                        "0")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("ledger.too-large"));
  }
}
