package org.jejak.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeclarationNumberTest {
  @Test
  void aNumberIsReadAsItWasMeant() {
    assertThat(DeclarationNumber.read(" d-7k3q xm2t "))
        .contains(new DeclarationNumber("D-7K3Q-XM2T"));
    assertThat(DeclarationNumber.read("DO123-4567")).contains(new DeclarationNumber("D-0123-4567"));
  }

  @Test
  void whatCannotBeANumberIsNone() {
    for (String typed : new String[] {"", "D-7K3Q", "L-7K3Q-XM2T", "D-7K3Q-XM2T9", "D-7K3Q-XMU<"}) {
      assertThat(DeclarationNumber.read(typed)).as(typed).isEmpty();
    }
    assertThatThrownBy(() -> new DeclarationNumber("7K3Q-XM2T"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRandomNumberHasTheShapeAndIsReadBack() {
    DeclarationNumber number = DeclarationNumber.random();
    assertThat(DeclarationNumber.read(number.value())).contains(number);
    assertThat(DeclarationNumber.random()).isNotEqualTo(number);
  }
}
