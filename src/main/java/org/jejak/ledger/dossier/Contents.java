package org.jejak.ledger.dossier;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.jejak.tlog.verify.Dossier;

/**
 * The list of a dossier's files, each with its SHA-256.
 *
 * @param list one file a line
 * @param hash SHA-256 of the list itself, which the issuing's entry names
 */
public record Contents(String list, String hash) {
  /** The list of these files. */
  public static Contents of(SortedMap<String, byte[]> files) {
    StringBuilder list = new StringBuilder();
    files.forEach((name, content) -> list.append(Dossier.line(name, content)));
    String text = list.toString();
    return new Contents(text, Dossier.hash(text.getBytes(StandardCharsets.UTF_8)));
  }
}
