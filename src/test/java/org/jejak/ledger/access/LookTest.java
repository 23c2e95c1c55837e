package org.jejak.ledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookTest {
  private static Look looking(Runnable request) throws Exception {
    Look look = new Look();
    return look.during(
        () -> {
          request.run();
          return look;
        });
  }

  @Test
  void whatWasReadForAPageIsOneLookAtAllItsFiles() throws Exception {
    Look look =
        looking(
            () -> {
              Look.at("/cases/file");
              Look.saw("A");
              Look.saw("B");
              Look.saw("A");
            });
    assertThat(look.hasNews(true)).isTrue();
    List<Looked.Facts> facts = look.take(true);
    assertThat(facts).hasSize(1);
    assertThat(facts.get(0).kind()).isEqualTo(LookKind.OPENED);
    assertThat(facts.get(0).files()).containsExactly("A", "B");
    assertThat(look.hasNews(true)).as("taken once").isFalse();
  }

  @Test
  void aRedirectShowsNothingButARefusalCounts() throws Exception {
    assertThat(looking(() -> Look.saw("A")).hasNews(false)).isFalse();
    Look refused =
        looking(
            () -> {
              Look.saw("A"); // a finder read it to see that it must not be shown
              Look.denied("A");
            });
    assertThat(refused.hasNews(false)).isTrue();
    Looked.Facts facts = refused.take(true).get(0);
    assertThat(facts.kind()).isEqualTo(LookKind.DENIED);
    assertThat(facts.files()).isEmpty();
    assertThat(facts.denied()).containsExactly("A");
  }

  @Test
  void anActAnswersWithNoText() throws Exception {
    Look look =
        looking(
            () -> {
              Look.acted();
              Look.saw("A");
            });
    assertThat(look.hasNews(true)).isFalse();
  }

  @Test
  void manyFilesMakeSeveralEntriesBecauseOneHasASize() throws Exception {
    Look look =
        looking(() -> IntStream.range(0, 2 * Look.MOST_FILES + 1).forEach(i -> Look.saw("F" + i)));
    assertThat(look.take(true)).hasSize(3);
  }

  @Test
  void outsideOfARequestNothingIsNoted() {
    Look.saw("A");
    Look.denied("A");
    assertThat(new Look().hasNews(true)).isFalse();
  }
}
