package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void aFolderBelongsToOneLauncherAtATime() {
    Path root = parent.resolve("data");
    try (DataFolder first = DataFolder.take(root)) {
      assertThat(first.root()).isDirectory();
      assertThatThrownBy(() -> DataFolder.take(root))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("already runs on " + root);
    }
    assertThatCode(() -> DataFolder.take(root).close()).doesNotThrowAnyException();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itsFilesAreForTheirOwnerAlone() throws IOException {
    try (DataFolder folder = DataFolder.take(parent.resolve("data"))) {
      String drawn = new Secrets(folder.secrets()).get(Secrets.APP);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.secrets())))
          .isEqualTo("rw-------");
      assertThat(new Secrets(folder.secrets()).get(Secrets.APP)).isEqualTo(drawn).hasSize(32);
    }
  }

  @Test
  void realDataIsNeverTakenForTheDemoNorTheDemoForReal() throws IOException {
    try (DataFolder real = DataFolder.take(parent.resolve("real"));
        DataFolder demo = DataFolder.take(parent.resolve("demo"))) {
      Files.createDirectory(real.cluster());
      assertThatThrownBy(() -> new Demo(real, true).begin())
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("holds real data");
      new Demo(demo, true).begin();
      assertThatThrownBy(() -> new Demo(demo, false).begin())
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("holds the demo agency");
    }
  }

  @Test
  void anInterruptedFillIsThrownAwayAndAFinishedOneKept() throws IOException {
    try (DataFolder demo = DataFolder.take(parent.resolve("demo"))) {
      new Demo(demo, true).begin();
      Files.createDirectory(demo.cluster());
      assertThatThrownBy(() -> new Demo(demo, true).mustBeWhole()).isInstanceOf(Trouble.class);
      new Demo(demo, true).begin();
      assertThat(demo.cluster()).doesNotExist();

      Files.createDirectory(demo.cluster());
      Files.createFile(demo.file("demo.filled"));
      new Demo(demo, true).begin();
      new Demo(demo, true).mustBeWhole();
      assertThat(demo.cluster()).exists();
    }
  }
}
