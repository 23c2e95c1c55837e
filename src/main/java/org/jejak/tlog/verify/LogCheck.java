package org.jejak.tlog.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Edge;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.Tiles;

/**
 * Judges a whole published log: each entry against its leaf, each tile against the tiles that it is
 * made of, the tree against the signed checkpoint and against every checkpoint that is known.
 *
 * <p>It reads one tile after the other and keeps one of each level: its memory does not depend on
 * the size of the log.
 */
public final class LogCheck {
  private static final int HASH = 32;
  private static final int MOST_NOTE = 256 * 1024;
  private static final int MOST_BUNDLE = Tiles.WIDTH * (2 + 65_535);

  /** What does not fit, thrown to where the verdict is made. */
  private static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Misfit(Reason reason, Object... values) {
      super(reason.name());
      this.finding = Finding.of(reason, values);
    }
  }

  private record Kept(long n, byte[] tile) {}

  private final LogFiles files;
  private final Policy policy;
  private final List<Checkpoint> known;
  private final Map<Integer, Kept> uppers = new HashMap<>();
  private boolean entries = true;

  /**
   * @param known checkpoints that the reader believes already: of this log or another
   */
  public LogCheck(LogFiles files, Policy policy, List<Checkpoint> known) {
    this.files = files;
    this.policy = policy;
    this.known = known.stream().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
  }

  /** Reads the log from its first entry to its last. */
  public Finding judge() {
    Seen seen = null;
    try {
      seen = checkpoint();
      tree(seen.checkpoint());
      return Finding.good(
          entries ? Reason.LOG_FITS : Reason.LOG_FITS_WITHOUT_ENTRIES,
          seen,
          seen.checkpoint().size());
    } catch (Misfit e) {
      return seen == null ? e.finding : e.finding.seenAs(seen);
    } catch (IOException e) {
      return Finding.of(Reason.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private Seen checkpoint() throws IOException, Misfit {
    byte[] file =
        files.read("checkpoint", MOST_NOTE).orElseThrow(() -> new Misfit(Reason.NO_CHECKPOINT));
    SignedNote note;
    Checkpoint checkpoint;
    try {
      note =
          SignedNote.parse(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
      checkpoint = Checkpoint.parse(note.text());
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new Misfit(Reason.CHECKPOINT_UNREADABLE, 1);
    }
    Signed signed = Signed.judge(note, checkpoint, policy);
    if (signed.fault().isPresent()) {
      Finding fault = signed.fault().get();
      throw new Misfit(fault.reason(), fault.values().toArray());
    }
    return signed.seen();
  }

  private void tree(Checkpoint signed) throws IOException, Misfit {
    Edge edge = new Edge();
    List<Checkpoint> waiting =
        new ArrayList<>(
            known.stream().filter(seen -> seen.origin().equals(signed.origin())).toList());
    demandRoots(edge, waiting);
    for (long n = 0; n * Tiles.WIDTH < signed.size(); n++) {
      leaves(edge, n, signed.size(), waiting);
    }
    if (!waiting.isEmpty()) {
      throw new Misfit(Reason.SHORTER, signed.size(), waiting.getLast().size());
    }
    if (!Arrays.equals(edge.root(), signed.root())) {
      throw new Misfit(Reason.ROOT_DIFFERS, signed.size());
    }
  }

  /** One tile of leaves, its entries where they may be read, and what it completes above. */
  private void leaves(Edge edge, long n, long size, List<Checkpoint> waiting)
      throws IOException, Misfit {
    int width = Tiles.width(size, 0, n);
    byte[] tile = tile(0, n, width);
    List<byte[]> bundle = entries ? bundle(n, width) : List.of();
    List<Completed> completed = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      byte[] leaf = Arrays.copyOfRange(tile, i * HASH, (i + 1) * HASH);
      if (!bundle.isEmpty() && !Arrays.equals(Merkle.leaf(bundle.get(i)), leaf)) {
        throw new Misfit(
            Reason.ENTRY_CHANGED, edge.size(), Tiles.bundlePath(n, width), Tiles.path(0, n, width));
      }
      edge.add(leaf, (level, number, hash) -> completed.add(new Completed(level, number, hash)));
      demandRoots(edge, waiting);
    }
    for (Completed node : completed) {
      upper(node, size);
    }
  }

  private record Completed(int level, long n, byte[] hash) {}

  /** The published tile above must say of the subtree what its leaves say. */
  private void upper(Completed node, long size) throws IOException, Misfit {
    long n = node.n() / Tiles.WIDTH;
    int width = Tiles.width(size, node.level(), n);
    Kept kept = uppers.get(node.level());
    if (kept == null || kept.n() != n) {
      kept = new Kept(n, tile(node.level(), n, width));
      uppers.put(node.level(), kept);
    }
    int at = (int) (node.n() % Tiles.WIDTH) * HASH;
    if (!Arrays.equals(Arrays.copyOfRange(kept.tile(), at, at + HASH), node.hash())) {
      throw new Misfit(
          Reason.TILE_CHANGED,
          Tiles.path(node.level(), n, width),
          Tiles.path(node.level() - 1, node.n(), Tiles.WIDTH));
    }
  }

  private byte[] tile(int level, long n, int width) throws IOException, Misfit {
    String path = Tiles.path(level, n, width);
    Optional<byte[]> file = files.read(path, width * HASH);
    if (file.isEmpty() && width < Tiles.WIDTH) {
      // The log has grown since its checkpoint was read, and dropped the partial tile for the full.
      file = files.read(Tiles.path(level, n, Tiles.WIDTH), Tiles.WIDTH * HASH);
      file = file.map(full -> Arrays.copyOf(full, Math.min(full.length, width * HASH)));
    }
    byte[] tile = file.orElseThrow(() -> new Misfit(Reason.TILE_MISSING, path));
    if (tile.length != width * HASH) {
      throw new Misfit(Reason.TILE_LENGTH, path, width * HASH);
    }
    return tile;
  }

  /** The entries of a tile; none, from then on, where the log does not give them to us. */
  private List<byte[]> bundle(long n, int width) throws IOException, Misfit {
    String path = Tiles.bundlePath(n, width);
    int inFile = width;
    Optional<byte[]> file;
    try {
      file = files.read(path, MOST_BUNDLE);
      if (file.isEmpty() && width < Tiles.WIDTH) {
        file = files.read(Tiles.bundlePath(n, Tiles.WIDTH), MOST_BUNDLE);
        inFile = Tiles.WIDTH;
      }
    } catch (LogFiles.NotAllowed e) {
      entries = false;
      return List.of();
    }
    if (file.isEmpty() && n == 0) {
      entries = false; // a copy of the hashes alone
      return List.of();
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(file.orElseThrow(() -> new Misfit(Reason.BUNDLE_MISSING, path)));
    List<byte[]> bundle = new ArrayList<>();
    while (bytes.remaining() >= 2) {
      int length = Short.toUnsignedInt(bytes.getShort());
      if (length > bytes.remaining()) {
        throw new Misfit(Reason.BUNDLE_UNREADABLE, path);
      }
      byte[] entry = new byte[length];
      bytes.get(entry);
      bundle.add(entry);
    }
    if (bytes.hasRemaining() || bundle.size() != inFile) {
      throw new Misfit(Reason.BUNDLE_UNREADABLE, path);
    }
    return bundle.subList(0, width);
  }

  private static void demandRoots(Edge edge, List<Checkpoint> waiting) throws Misfit {
    while (!waiting.isEmpty() && waiting.getFirst().size() == edge.size()) {
      Checkpoint believed = waiting.removeFirst();
      if (!Arrays.equals(believed.root(), edge.root())) {
        throw new Misfit(Reason.ANOTHER_BEGINNING, believed.size());
      }
    }
  }
}
