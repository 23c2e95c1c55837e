package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PidFileTest {
  private static final String SIGN = "7654";

  @TempDir Path folder;
  private Path file;
  private Process child;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("child.pid");
    child = new ProcessBuilder("sleep", SIGN).start();
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
  }

  @Test
  void aChildThatOutlivedItsLauncherIsFoundAndEnded() {
    new PidFile(file, SIGN).remember(child.toHandle());
    ProcessHandle orphan = new PidFile(file, SIGN).orphan().orElseThrow();
    assertThat(orphan.pid()).isEqualTo(child.pid());
    PidFile.end(orphan, ProcessHandle::destroy, Duration.ofSeconds(5));
    assertThat(child.isAlive()).isFalse();
    assertThat(new PidFile(file, SIGN).orphan()).isEmpty();
  }

  @Test
  void aProcessThatGotTheSameNumberIsLeftAlone() {
    new PidFile(file, SIGN).remember(child.toHandle());
    assertThat(new PidFile(file, "/another/data/folder").orphan()).isEmpty();
  }

  @Test
  void aChildThatDoesNotListenIsKilled() throws IOException {
    new PidFile(file, SIGN).remember(child.toHandle());
    PidFile.end(child.toHandle(), deaf -> {}, Duration.ofMillis(50));
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void anUnreadableOrMissingFileNamesNobody() throws IOException {
    assertThat(new PidFile(file, SIGN).orphan()).isEmpty();
    Files.writeString(file, "not a number\n");
    assertThat(new PidFile(file, SIGN).orphan()).isEmpty();
    Files.writeString(file, "");
    assertThat(new PidFile(file, SIGN).orphan()).isEmpty();
  }

  @Test
  void ourselvesAreNeverAnOrphan() throws IOException {
    Files.writeString(file, ProcessHandle.current().pid() + "\n");
    assertThat(new PidFile(file, "java").orphan()).isEmpty();
  }

  @Test
  void aNumberThatAnotherProcessHasNowIsForgotten() throws IOException {
    Files.writeString(file, child.pid() + "\nwhatever\n");
    new PidFile(file, SIGN).forgetIfReused();
    assertThat(file).exists();
    new PidFile(file, "/another/data/folder").forgetIfReused();
    assertThat(file).doesNotExist();
  }
}
