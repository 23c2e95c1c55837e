package org.jejak.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Files of keys and values in UTF-8; what is written is readable by its owner alone. */
final class PropertiesFile {
  private PropertiesFile() {}

  /** All keys with their values; none when there is no such file. */
  static Map<String, String> read(Path file) {
    Map<String, String> values = new TreeMap<>();
    if (!Files.exists(file)) {
      return values;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new Trouble("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  static void write(Path file, Map<String, String> values) throws IOException {
    Properties properties = new Properties();
    properties.putAll(values);
    ByteArrayOutputStream ascii = new ByteArrayOutputStream();
    properties.store(ascii, null);
    Folders.writePrivate(file, ascii.toString(StandardCharsets.US_ASCII));
  }
}
