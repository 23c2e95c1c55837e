package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr. Sri Rahayu, S.H., M.H. | Sri Rahayu",
        "Dra. Hj. Siti Nurhaliza Kusumawardhani, M.Si., Ak. | Siti Nurhaliza Kusumawardhani",
        "Suparman | Suparman",
        "Andi Pratama, S.E. | Andi Pratama",
        "A. Rahman Hakim | A. Rahman Hakim",
      })
  void theTopBarShowsANameWithoutTitles(String name, String bare) {
    assertThat(Shell.bare(name)).isEqualTo(bare);
  }
}
