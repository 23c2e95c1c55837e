package org.jejak.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChainTest {
  private final Chain chain = new Chain();

  private void add(long seq, String request, String rest) {
    String entry = "{\"req\":\"%s\"%s}".formatted(request, rest);
    chain.add(
        new EntryHead(seq, "n" + seq, seq, seq, "ANI"),
        ChainLook.parse(entry.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  @Test
  void theNewestCommitmentOfEachFieldCounts() {
    add(1, "A", ",\"set\":[[\"t/R/x\",\"one\"],[\"t/R/y\",\"two\"]]");
    add(2, "B", ",\"set\":[[\"t/R/x\",\"three\"]]");
    assertThat(chain.newest("t/R").get("t/R/x").entry().seq()).isEqualTo(2);
    assertThat(chain.newest("t/R").get("t/R/y").entry().seq()).isEqualTo(1);
    assertThat(chain.all()).hasSize(3);
    assertThat(chain.newest("t/S")).isNull();
  }

  @Test
  void aCommandsEarlierEntriesHaveNoSetAndAreNotOlder() {
    add(1, "A", "");
    add(2, "A", ",\"set\":[]");
    add(3, "B", ",\"set\":[]");
    assertThat(chain.isOlder()).isFalse();
  }

  @Test
  void aCommandWithoutAnySetIsOfBeforeThereWereCommitments() {
    add(1, "A", "");
    add(2, "B", ",\"set\":[]");
    assertThat(chain.isOlder()).isTrue();
  }

  @Test
  void soIsAChainThatEndsWithout() {
    add(1, "A", ",\"set\":[]");
    add(2, "B", "");
    assertThat(chain.isOlder()).isTrue();
  }

  @Test
  void anErasureCoversTheKeysItNamesInItsChainAndNothingElse() {
    Erasures erasures = new Erasures();
    String entry = "{\"act\":\"ledger.erased/1\",\"case\":\"CASE\",\"data\":{\"keys\":[\"K1\"]}}";
    erasures.add(ChainLook.parse(entry.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    assertThat(erasures.cover("CASE", "K1")).isTrue();
    assertThat(erasures.cover("CASE", "K2")).isFalse();
    assertThat(erasures.cover("OTHER", "K1")).isFalse();
    Erasures none = new Erasures();
    none.add(
        ChainLook.parse(entry.replace("erased", "opened").getBytes(StandardCharsets.UTF_8))
            .orElseThrow());
    assertThat(none.cover("CASE", "K1")).isFalse();
  }
}
