package org.jejak.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP tlog-proof: an entry's place in a log, provable offline for ever.
 *
 * @param entry the entry's exact bytes, carried in the proof's {@code extra} line
 * @param index its place, from 0
 * @param path the inclusion proof
 * @param note the signed checkpoint, verbatim
 */
public record ProofText(byte[] entry, long index, List<byte[]> path, String note) {
  private static final String FIRST = "c2sp.org/tlog-proof@v1";

  public ProofText {
    entry = entry.clone();
    path = List.copyOf(path);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a proof that carries its entry
   */
  public static ProofText parse(String text) {
    int gap = text.indexOf("\n\n");
    if (gap < 0) {
      throw new IllegalArgumentException("a proof has an empty line before its checkpoint");
    }
    List<String> lines = text.substring(0, gap).lines().toList();
    if (lines.size() < 3 || !lines.get(0).equals(FIRST)) {
      throw new IllegalArgumentException("a proof begins with " + FIRST);
    }
    if (!lines.get(1).startsWith("extra ") || !lines.get(2).matches("index (0|[1-9][0-9]{0,17})")) {
      throw new IllegalArgumentException("a proof of ours has an extra and an index line");
    }
    List<byte[]> path = new ArrayList<>();
    for (String line : lines.subList(3, lines.size())) {
      path.add(Base64.getDecoder().decode(line));
    }
    return new ProofText(
        Base64.getDecoder().decode(lines.get(1).substring("extra ".length())),
        Long.parseLong(lines.get(2).substring("index ".length())),
        path,
        text.substring(gap + 2));
  }

  /** Whether the entry is in the log of this key, under the checkpoint that it signed. */
  public boolean isProvenBy(VerifierKey key) {
    SignedNote signed = SignedNote.parse(note);
    if (!signed.isSignedBy(key)) {
      return false;
    }
    Checkpoint checkpoint = Checkpoint.parse(signed.text());
    return checkpoint.origin().equals(key.name())
        && Proofs.included(Merkle.leaf(entry), index, path, checkpoint.size(), checkpoint.root());
  }

  @Override
  public byte[] entry() {
    return entry.clone();
  }

  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder();
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    text.append("extra ").append(base64.encodeToString(entry)).append('\n');
    text.append("index ").append(index).append('\n');
    path.forEach(hash -> text.append(base64.encodeToString(hash)).append('\n'));
    return text.append('\n').append(note).toString();
  }
}
