package org.jejak.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    file = folder.resolve("keys/master.keys");
  }

  @Test
  void theFirstStartMakesAKeyThatItsOwnerAloneReads() throws IOException {
    MasterKeys made = MasterKeys.open(file, false);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--------");
    MasterKeys read = MasterKeys.open(file, true);
    assertThat(read.current()).isEqualTo(made.current());
    assertThat(read.get(made.current())).isEqualTo(made.get(made.current()));
  }

  @Test
  void aMissingFileIsNotMadeAnewOnceSomethingIsSealed() {
    assertThatThrownBy(() -> MasterKeys.open(file, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("put the copy back");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatOthersReadIsRefused() throws IOException {
    MasterKeys made = MasterKeys.open(file, false);
    assertThat(made.current()).isNotEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    assertThatThrownBy(() -> MasterKeys.open(file, true)).hasMessageContaining("chmod 400");
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    MasterKeys made = MasterKeys.open(file, false);
    assertThat(made.current()).isNotEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    for (String damage : new String[] {"", "ABCDEFGH AAAA\n", "ABCDEFGH !!\n", "no key at all\n"}) {
      Files.writeString(file, damage);
      assertThatThrownBy(() -> MasterKeys.open(file, true)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aRotationAddsAKeyAndKeepsTheOldOne() throws IOException {
    MasterKeys old = MasterKeys.open(file, false);
    MasterKeys.extend(file, MasterKeys.newId());
    MasterKeys both = MasterKeys.open(file, true);
    assertThat(both.current()).isNotEqualTo(old.current());
    assertThat(both.get(old.current())).isEqualTo(old.get(old.current()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--------");
    assertThatThrownBy(() -> old.get(both.current())).hasMessageContaining("put the copy back");
  }
}
