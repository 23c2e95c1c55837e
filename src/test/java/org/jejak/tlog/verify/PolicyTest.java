package org.jejak.tlog.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SigningKey;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static String witness() {
    return CosignerKey.of(SigningKey.generate("witness.example").verifier()).toString();
  }

  private static String example(String quorum) {
    return """
        # a comment
        log %s https://example.org/log/records

        witness X1 %s
        witness X2 %s
        witness X3 %s https://x3.example
        group X-witnesses 2 X1 X2 X3
        witness Y1 %s
        \tgroup\tY-witnesses any Y1
        group X-and-Y all X-witnesses Y-witnesses
        quorum %s
        """
        .formatted(
            SigningKey.generate("example.org/log").verifier(),
            witness(),
            witness(),
            witness(),
            witness(),
            quorum);
  }

  @Test
  void groupsOfGroupsAreCountedAsTheSpecificationSays() {
    Policy policy = Policy.parse(example("X-and-Y"));
    assertThat(policy.logs()).hasSize(1);
    assertThat(policy.witnesses()).containsOnlyKeys("X1", "X2", "X3", "Y1");
    assertThat(policy.quorum().isMetBy(Set.of("X1", "X3", "Y1"))).isTrue();
    assertThat(policy.quorum().isMetBy(Set.of("X1", "X2", "X3"))).isFalse();
    assertThat(policy.quorum().isMetBy(Set.of("X1", "Y1"))).isFalse();
    assertThat(policy.asksForNobody()).isFalse();
    assertThat(Policy.parse(example("none")).asksForNobody()).isTrue();
    assertThat(Policy.parse(example("Y1")).quorum().isMetBy(Set.of("Y1"))).isTrue();
  }

  @Test
  void aPolicyThatSaysNothingOrTwoThingsIsRefused() {
    String good = example("X-and-Y");
    String twice = witness();
    for (String bad :
        List.of(
            good.replace("quorum X-and-Y", ""),
            good + "quorum none\n",
            good.replace("quorum X-and-Y", "quorum Z"),
            good.replace("2 X1 X2 X3", "4 X1 X2 X3"),
            good.replace("2 X1 X2 X3", "0 X1 X2 X3"),
            good.replace("2 X1 X2 X3", "2 X1 X1 X3"),
            good.replace("any Y1", "any X1"),
            good.replace("any Y1", "any Y2"),
            good.replace("Y-witnesses any", "X1 any"),
            good.replace("witness X2", "witness none"),
            good.replace("witness X2", "wittness X2"),
            "witness A " + twice + "\nwitness B " + twice + "\nquorum A\n",
            "log " + witness() + "\nquorum none\n")) {
      assertThatThrownBy(() -> Policy.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Policy.parse("quorum none\nfoo\n")).hasMessageContaining("line 2");
  }
}
