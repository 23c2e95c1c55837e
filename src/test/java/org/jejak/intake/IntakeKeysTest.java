package org.jejak.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeKeysTest {
  @TempDir Path folder;

  @Test
  void theSameKeysComeBackAfterARestart() throws Exception {
    InboxCode code = InboxCode.random();
    String before = keys().hash(code);
    assertThat(keys().hash(code)).isEqualTo(before).matches("[0-9a-f]{64}");
    assertThat(Files.getPosixFilePermissions(folder.resolve("intake-pepper"))).hasSize(1);
  }

  @Test
  void anotherPepperHashesOtherwise() throws Exception {
    InboxCode code = InboxCode.random();
    String before = keys().hash(code);
    Files.delete(folder.resolve("intake-pepper"));
    assertThat(keys().hash(code)).isNotEqualTo(before);
  }

  @Test
  void anIdempotencyKeyAlwaysGivesTheSameCode() {
    IntakeKeys keys = keys();
    assertThat(keys.codeFor("k-0001")).isEqualTo(keys.codeFor("k-0001"));
    assertThat(keys.codeFor("k-0001")).isNotEqualTo(keys.codeFor("k-0002"));
    assertThat(InboxCode.parse(keys.codeFor("k-0001").shown())).isEqualTo(keys.codeFor("k-0001"));
  }

  @Test
  void aFormComesBackAsItWasSealedAndForItsPurposeOnly() {
    IntakeKeys keys = keys();
    String sealed = keys.sealForm("report", "Pungutan di loket 3");
    assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("loket");
    assertThat(keys.openForm("report", sealed)).contains("Pungutan di loket 3");
    assertThat(keys.openForm("inbox", sealed)).isEmpty();
  }

  @Test
  void aFormThatSomebodyChangedIsNotOurs() {
    IntakeKeys keys = keys();
    String sealed = keys.sealForm("report", "x");
    char last = sealed.charAt(sealed.length() / 2);
    String changed =
        sealed.substring(0, sealed.length() / 2)
            + (last == 'A' ? 'B' : 'A')
            + sealed.substring(sealed.length() / 2 + 1);
    assertThat(keys.openForm("report", changed)).isEmpty();
    assertThat(keys.openForm("report", "")).isEmpty();
    assertThat(keys.openForm("report", "<script>")).isEmpty();
    assertThat(keys.openForm("report", "AAAA")).isEmpty();
  }

  @Test
  void theEnvelopeShowsNeitherNameNorLength() {
    IntakeKeys keys = keys();
    byte[] brief = keys.sealIdentity("H", new Reporter("Rina", null));
    byte[] full = keys.sealIdentity("H", new Reporter("Rina Lestari, S.T.", "0812 3456 7890"));
    assertThat(full).hasSameSizeAs(brief);
    assertThat(new String(full, StandardCharsets.ISO_8859_1)).doesNotContain("Rina");
  }

  private IntakeKeys keys() {
    return TestKeys.in(folder);
  }
}
