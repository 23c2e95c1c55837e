package org.jejak.intake;

import java.nio.file.Path;
import java.util.Optional;

/** Keys of intake in a folder of a test. */
public final class TestKeys {
  private TestKeys() {}

  /** The keys in this folder, made where they are not there yet. */
  public static IntakeKeys in(Path folder) {
    IntakeKeys keys = new IntakeKeys();
    keys.settings = new IntakeSettings();
    keys.settings.keys = Optional.of(folder.toString());
    keys.load();
    return keys;
  }
}
