package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final Path HOME = Path.of("/srv/jejak");

  @Test
  void withoutOptionsItListensOnTheLoopbackAndKeepsItsDataInTheInstallation() {
    assertThat(Options.parse(HOME))
        .isEqualTo(new Options(false, false, "127.0.0.1", 8080, HOME.resolve("data")));
  }

  @Test
  void theDemoHasADataFolderOfItsOwn() {
    assertThat(Options.parse(HOME, "--demo").data()).isEqualTo(HOME.resolve("data-demo"));
  }

  @Test
  void aNamedFolderIsMeantAsSeenFromWhereOneStands() {
    assertThat(Options.parse(HOME, "--data", "x/../here").data())
        .isEqualTo(Path.of("here").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 80", "99999999999"})
  void aPortThatIsNoneIsNamed(String port) {
    assertThatThrownBy(() -> Options.parse(HOME, "--port", port))
        .isInstanceOf(Trouble.class)
        .hasMessage("--port needs a number from 1 to 65535, not " + port + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--data", "--address"})
  void anOptionWithoutItsValueIsNamed(String option) {
    assertThatThrownBy(() -> Options.parse(HOME, option, "--demo"))
        .isInstanceOf(Trouble.class)
        .hasMessageStartingWith(option + " needs a value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot", "8080", "-x", ""})
  void whatIsNotKnownIsNamed(String word) {
    assertThatThrownBy(() -> Options.parse(HOME, word))
        .isInstanceOf(Trouble.class)
        .hasMessage("Unknown option " + word + "; scripts/run --help lists all.");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:8080/",
    "0.0.0.0,   http://127.0.0.1:8080/",
    "192.0.2.7, http://192.0.2.7:8080/",
    "::1,       http://[::1]:8080/"
  })
  void theAddressIsOneABrowserHereCanOpen(String address, URI shown) {
    assertThat(Options.parse(HOME, "--address", address).local()).isEqualTo(shown);
  }
}
