package org.jejak.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Generated passwords, in one file of the data folder that only its owner reads. */
final class Secrets {
  static final String SUPERUSER = "superuser.password";
  static final String APP = "app.password";
  static final String SEQUENCER = "sequencer.password";
  private static final int BYTES = 24;

  private final Path file;
  private final Map<String, String> values;

  Secrets(Path file) {
    this.file = file;
    this.values = new TreeMap<>(PropertiesFile.read(file));
  }

  /** The secret of that name; drawn and kept when it is asked for the first time. */
  String get(String name) {
    String known = values.get(name);
    return known == null ? draw(name) : known;
  }

  private String draw(String name) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    values.put(name, secret);
    try {
      PropertiesFile.write(file, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secret;
  }
}
