package org.jejak.tlog.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The form of a dossier: a ZIP whose every byte follows from its files, so that not even a date in
 * it can be changed. It holds
 *
 * <ul>
 *   <li>{@code contents.txt}: SHA-256 and name of each file but those below. The case's last entry
 *       names the SHA-256 of this list;
 *   <li>{@code entries/000001.json} and so on: the exact bytes of each entry of the case;
 *   <li>{@code proofs/000001.tlog-proof} and so on: each entry's place, all under one checkpoint;
 *   <li>{@code opened/000001.json}: field, salt and value of what the recipient may see of an
 *       entry.
 * </ul>
 */
public final class Dossier {
  /** The list of files. */
  public static final String CONTENTS = "contents.txt";

  /** The name of the act with which a dossier is issued, which is its last entry. */
  public static final String ISSUED = "case.dossier-issued/1";

  static final String ENTRIES = "entries/";
  static final String PROOFS = "proofs/";
  static final String OPENED = "opened/";

  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Dossier() {}

  /** The name of an entry's file. */
  public static String entry(long seq) {
    return ENTRIES + "%06d.json".formatted(seq);
  }

  /** The name of an entry's proof. */
  public static String proof(long seq) {
    return PROOFS + "%06d.tlog-proof".formatted(seq);
  }

  /** The name of what is opened of an entry. */
  public static String opened(long seq) {
    return OPENED + "%06d.json".formatted(seq);
  }

  /** A file's line in the list of contents. */
  public static String line(String name, byte[] content) {
    return hash(content) + "  " + name + "\n";
  }

  /** SHA-256 in hexadecimal. */
  public static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Begins a ZIP of this form. */
  public static ZipOutputStream begin(OutputStream out) {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    return zip;
  }

  /** Adds a file. */
  public static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
