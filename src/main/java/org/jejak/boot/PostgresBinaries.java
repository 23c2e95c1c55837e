package org.jejak.boot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The embedded PostgreSQL's programs: {@code initdb}, {@code pg_ctl} and {@code postgres} for one
 * platform, in a jar that holds one {@code .txz}.
 */
final class PostgresBinaries {
  private static final int EXECUTABLE = 0100;

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks the programs beside their jar, once for all data folders.
   *
   * @param server the folder the build copied the server's parts to
   */
  static PostgresBinaries unpacked(Path server) {
    Path jar = server.resolve("postgres.jar");
    Path folder = server.resolve("postgres");
    try {
      if (!Files.exists(folder)) {
        if (!Files.exists(jar)) {
          throw new Trouble(
              "There is no embedded PostgreSQL for this machine; name another in JEJAK_DB_URL.");
        }
        Progress.say("Unpacking PostgreSQL");
        unpack(jar, folder);
      }
    } catch (IOException e) {
      throw new Trouble("PostgreSQL cannot be unpacked to %s: %s".formatted(folder, e), e);
    }
    return new PostgresBinaries(folder);
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    Path draft = Files.createTempDirectory(folder.getParent(), "postgres-");
    makeReadable(draft, true);
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream packed = zip.getInputStream(archiveIn(zip));
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, draft);
      }
    }
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Folders.delete(draft); // another launcher was faster
    }
  }

  private static ZipEntry archiveIn(ZipFile zip) {
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (entry.getName().endsWith(".txz")) {
        return entry;
      }
    }
    throw new Trouble(zip.getName() + " holds no PostgreSQL.");
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path to)
      throws IOException {
    Path path = to.resolve(entry.getName()).normalize();
    if (!path.startsWith(to)) {
      throw new IOException("entry outside the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
      makeReadable(path, (entry.getMode() & EXECUTABLE) != 0);
    }
  }

  /** For everyone: the server may run as an ordinary user though root unpacked it. */
  private static void makeReadable(Path path, boolean executable) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** The path of one of the programs. */
  String program(String name) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return folder.resolve("bin").resolve(windows ? name + ".exe" : name).toString();
  }

  /** What must be readable to whoever runs the programs. */
  Path folder() {
    return folder;
  }
}
