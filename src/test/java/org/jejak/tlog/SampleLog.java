package org.jejak.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small log with its key, from which receipts, checkpoints and whole folders are made. */
public final class SampleLog {
  public static final String ORIGIN = "example.org/log";

  private final SigningKey key;
  private final List<byte[]> leaves = new ArrayList<>();
  private final String salt;

  public SampleLog(int size) {
    this(size, "", SigningKey.generate(ORIGIN));
  }

  /** Entries that differ from those of a log with another salt. */
  public SampleLog(int size, String salt, SigningKey key) {
    this.key = key;
    this.salt = salt;
    for (int i = 0; i < size; i++) {
      leaves.add(Merkle.leaf(entry(i)));
    }
  }

  public byte[] entry(long i) {
    return "{\"act\":\"thing.painted/1\",\"n\":\"%s%d\"}"
        .formatted(salt, i)
        .getBytes(StandardCharsets.UTF_8);
  }

  public SigningKey key() {
    return key;
  }

  public VerifierKey verifier() {
    return key.verifier();
  }

  public Checkpoint checkpoint(int size) {
    return new Checkpoint(ORIGIN, size, Merkle.root(leaves.subList(0, size)));
  }

  public SignedNote note(int size) {
    return SignedNote.sign(checkpoint(size).text(), key);
  }

  public Tiles tiles() {
    return Trees.tiles(leaves);
  }

  public List<byte[]> inclusion(long index, int size) {
    return new Proofs(Trees.tiles(leaves), size).inclusion(index);
  }

  public List<byte[]> consistency(int earlier, int later) {
    return new Proofs(Trees.tiles(leaves), later).consistency(earlier);
  }

  public ProofText receipt(long index, int size, SignedNote note) {
    return new ProofText(entry(index), index, inclusion(index, size), note.toString());
  }

  /** Writes checkpoint, tiles and bundles as tlog-tiles lays them out. */
  public void publish(Path folder) {
    int size = leaves.size();
    write(folder.resolve("checkpoint"), note(size).toString().getBytes(StandardCharsets.UTF_8));
    Tiles tiles = Trees.tiles(leaves);
    for (int level = 0; Tiles.count(size, level) > 0; level++) {
      for (long n = 0; Tiles.width(size, level, n) > 0; n++) {
        int width = Tiles.width(size, level, n);
        ByteBuffer tile = ByteBuffer.allocate(32 * width);
        tiles.tile(level, n, width).forEach(tile::put);
        write(folder.resolve(Tiles.path(level, n, width)), tile.array());
        if (level == 0) {
          write(folder.resolve(Tiles.bundlePath(n, width)), bundle(n * Tiles.WIDTH, width));
        }
      }
    }
  }

  private byte[] bundle(long from, int width) {
    ByteBuffer bundle = ByteBuffer.allocate(width * 100);
    for (long i = from; i < from + width; i++) {
      byte[] entry = entry(i);
      bundle.putShort((short) entry.length).put(entry);
    }
    byte[] bytes = new byte[bundle.position()];
    bundle.flip().get(bytes);
    return bytes;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
