package org.jejak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontierTest {
  @Test
  void anIdThatWasPassedOverIsLookedAtAgainUntilItsTransactionMustBeOver() {
    Frontier frontier = new Frontier(10, 100);
    frontier.seen(11, 100);
    frontier.seen(14, 105);
    assertThat(frontier.high()).isEqualTo(14);
    assertThat(frontier.holes()).containsExactly(12L, 13L);

    frontier.bury(104); // a transaction below 105 is still open
    assertThat(frontier.holes()).containsExactly(12L, 13L);
    frontier.seen(13, 110); // it was late
    assertThat(frontier.holes()).containsExactly(12L);
    frontier.bury(105);
    assertThat(frontier.holes()).isEmpty();
  }

  @Test
  void whatWasOpenAtTheStartIsSweptForOnceItIsOver() {
    Frontier frontier = new Frontier(10, 100);
    assertThat(frontier.sweepIsDue(99)).isFalse();
    assertThat(frontier.sweepIsDue(100)).isTrue();
    frontier.swept();
    assertThat(frontier.sweepIsDue(200)).isFalse();
  }

  @Test
  void aHugeGapIsLeftToASweep() {
    Frontier frontier = new Frontier(0, 100);
    frontier.swept();
    frontier.seen(1_000_000_000_000L, 120);
    assertThat(frontier.holes()).isEmpty();
    assertThat(frontier.sweepIsDue(119)).isFalse();
    assertThat(frontier.sweepIsDue(120)).isTrue();
  }
}
