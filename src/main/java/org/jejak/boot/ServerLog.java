package org.jejak.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads the application server's log as it grows. */
final class ServerLog {
  private static final Pattern NOT_DEPLOYED =
      Pattern.compile("Exception while \\w+ the app(lication)?\\b");
  private static final int CHUNK = 1 << 20;

  private final Path file;
  private long read;

  /** Only what is written from now on counts. */
  ServerLog(Path file) {
    this.file = file;
    this.read = size();
  }

  /**
   * The server runs on with nothing in it when a deployment fails; a line is the only sign.
   *
   * @throws Trouble when the new part of the log says so
   */
  void mustNotTellOfFailure() {
    if (NOT_DEPLOYED.matcher(news()).find()) {
      throw new Trouble("The application cannot be deployed; %s says why.".formatted(file));
    }
  }

  private String news() {
    long size = size();
    if (size < read) {
      read = 0; // the log began a new file
    }
    if (size == read) {
      return "";
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(CHUNK, size - read));
      channel.position(read).read(bytes);
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
      int whole = text.lastIndexOf('\n') + 1;
      read += whole;
      return text.substring(0, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long size() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
