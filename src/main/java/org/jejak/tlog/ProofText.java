package org.jejak.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jejak.tlog.Malformed.Part;

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
  private static final String EXTRA = "extra ";

  public ProofText {
    entry = entry.clone();
    path = List.copyOf(path);
  }

  /**
   * Reads the text form.
   *
   * @throws Malformed if it is not a proof that carries its entry
   */
  public static ProofText parse(String text) {
    int gap = text.indexOf("\n\n");
    List<String> lines = List.of(text.substring(0, Math.max(gap, 0)).split("\n", -1));
    if (!text.startsWith(FIRST + '\n')) {
      throw new Malformed(Part.FIRST_LINE, 1, "a proof begins with " + FIRST);
    }
    if (gap < 0) {
      throw new Malformed(
          Part.CHECKPOINT, 4, "a proof has an empty line and a checkpoint behind its hashes");
    }
    if (lines.size() < 2 || !lines.get(1).startsWith(EXTRA)) {
      throw new Malformed(Part.ENTRY, 2, "a proof of ours carries its entry in an extra line");
    }
    if (lines.size() < 3 || !lines.get(2).matches("index (0|[1-9][0-9]{0,17})")) {
      throw new Malformed(Part.INDEX, 3, "the third line is the index of the entry");
    }
    List<byte[]> path = new ArrayList<>();
    for (int i = 3; i < lines.size(); i++) {
      byte[] hash = decode(Part.PATH, i + 1, lines.get(i));
      if (hash.length != 32) {
        throw new Malformed(Part.PATH, i + 1, "a hash has 32 bytes, not " + hash.length);
      }
      path.add(hash);
    }
    return new ProofText(
        decode(Part.ENTRY, 2, lines.get(1).substring(EXTRA.length())),
        Long.parseLong(lines.get(2).substring("index ".length())),
        path,
        text.substring(gap + 2));
  }

  private static byte[] decode(Part part, int line, String base64) {
    try {
      return StrictBase64.decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Malformed(part, line, "line " + line + " is not base64");
    }
  }

  /**
   * The signed checkpoint that the proof ends with, not yet believed.
   *
   * @throws Malformed if it is not a signed note
   */
  public SignedNote signed() {
    try {
      return SignedNote.parse(note);
    } catch (IllegalArgumentException e) {
      throw new Malformed(Part.SIGNATURES, noteLine() + 4, e.getMessage());
    }
  }

  /**
   * What that note says, not yet believed.
   *
   * @throws Malformed if it is not a checkpoint
   */
  public Checkpoint checkpoint() {
    SignedNote signed = signed();
    try {
      return Checkpoint.parse(signed.text());
    } catch (IllegalArgumentException e) {
      throw new Malformed(Part.CHECKPOINT, noteLine(), e.getMessage());
    }
  }

  private int noteLine() {
    return path.size() + 5;
  }

  /** Whether the entry is in the log of this key, under the checkpoint that it signed. */
  public boolean isProvenBy(VerifierKey key) {
    Checkpoint checkpoint = checkpoint();
    return signed().isSignedBy(key)
        && checkpoint.origin().equals(key.name())
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
    text.append(EXTRA).append(base64.encodeToString(entry)).append('\n');
    text.append("index ").append(index).append('\n');
    path.forEach(hash -> text.append(base64.encodeToString(hash)).append('\n'));
    return text.append('\n').append(note).toString();
  }
}
