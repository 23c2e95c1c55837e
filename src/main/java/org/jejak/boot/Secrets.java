package org.jejak.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Generated passwords, in one file of the data folder that only its owner reads. */
final class Secrets {
  static final String SUPERUSER = "superuser.password";
  static final String APP = "app.password";
  static final String SEQUENCER = "sequencer.password";
  private static final int BYTES = 24;

  private final Path file;

  Secrets(Path file) {
    this.file = file;
  }

  /** The secret of that name; drawn and kept when it is asked for the first time. */
  String get(String name) {
    Map<String, String> known = PropertiesFile.read(file);
    String secret = known.get(name);
    if (secret == null) {
      secret = draw();
      known.put(name, secret);
      write(known);
    }
    return secret;
  }

  private static String draw() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private void write(Map<String, String> values) {
    try {
      PropertiesFile.write(file, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
