package org.jejak.tlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a log on this machine. */
public record LogFolder(Path folder) implements LogFiles {
  @Override
  public Optional<byte[]> read(String path, int most) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(path))) {
      return Optional.of(in.readNBytes(most + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
