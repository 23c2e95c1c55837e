package org.jejak.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrozenFiguresTest {
  private static final Figures FIGURES =
      new Figures(
          YearMonth.of(2026, 1),
          YearMonth.of(2026, 12),
          Optional.of(YearMonth.of(2026, 10)),
          51_204,
          FigureTable.Value.of(48),
          FigureTable.Value.HIDDEN,
          FigureTable.Value.of(12),
          Optional.of(64),
          List.of(
              new FigureTable(
                  "unit",
                  "OPENED_UNIT",
                  List.of("period"),
                  List.of(
                      new FigureTable.Line(
                          "UNIT", "Dinas \"PU\"", List.of(FigureTable.Value.of(12))),
                      new FigureTable.Line(
                          FigureTable.TOTAL, null, List.of(FigureTable.Value.HIDDEN))))));

  @Test
  void figuresComeBackAsTheyWere() {
    assertThat(FrozenFigures.of(FIGURES).thaw()).isEqualTo(FIGURES);
  }

  @Test
  void whatIsHiddenIsNotInTheText() {
    assertThat(FrozenFigures.of(FIGURES).text()).contains("\"opened\":null");
  }

  @Test
  void oneFigureMoreIsAnotherHash() {
    FrozenFigures frozen = FrozenFigures.of(FIGURES);
    FrozenFigures changed = new FrozenFigures(frozen.text().replace("48", "49"));
    assertThat(changed.hash()).isNotEqualTo(frozen.hash()).hasSize(64);
  }
}
