package org.jejak.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.MlDsaKey;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.VerifierKey;

/**
 * The keys that sign a log's checkpoints: files outside database, data folder and backup.
 *
 * <p>{@code <log>.key} signs. After a rotation {@code <log>.former.key} signs beside it, until it
 * is retired; {@code <log>.retired} names the keys that no longer sign, since what they signed
 * stays true. {@code <log>.mldsa.key} cosigns what is published, where this Java can. A key that is
 * being introduced waits as {@code <log>.next.key} for its entry in {@code records} to be
 * committed.
 */
public final class LogKeys {
  private static final System.Logger LOG = System.getLogger(LogKeys.class.getName());

  private final String origin;
  private final Path file;
  private final Path next;
  private final Path former;
  private final Path retired;
  private final Path mlDsa;
  private final Disk disk;
  private List<SigningKey> signing = List.of();
  private List<VerifierKey> old = List.of();
  private Optional<MlDsaKey> cosigning = Optional.empty();

  LogKeys(String name, String origin, Path file, Disk disk) {
    this.origin = origin;
    this.file = file;
    this.next = file.resolveSibling(name + ".next.key");
    this.former = file.resolveSibling(name + ".former.key");
    this.retired = file.resolveSibling(name + ".retired");
    this.mlDsa = file.resolveSibling(name + ".mldsa.key");
    this.disk = disk;
  }

  /** The log's name for all time, which is the name of each key. */
  public String origin() {
    return origin;
  }

  /**
   * Reads the keys.
   *
   * @param introduced whether a key's entry is in {@code records}: one that was being introduced
   *     when the process ended is then taken, or else thrown away
   * @throws IOException if the key is missing, since outsiders trust no other; or if it cannot be
   *     read, or others could read it too
   */
  synchronized void open(Predicate<VerifierKey> introduced) throws IOException {
    if (Files.exists(next)) {
      if (introduced.test(read(next).verifier())) {
        adopt();
      } else {
        Files.delete(next);
      }
    }
    load();
  }

  private void load() throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          "the log's signing key %s is missing; put the copy back".formatted(file));
    }
    List<SigningKey> keys = new ArrayList<>(List.of(read(file)));
    if (Files.exists(former)) {
      keys.add(read(former));
    }
    signing = List.copyOf(keys);
    old =
        disk.read(retired)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
            .map(lines -> lines.map(VerifierKey::parse).toList())
            .orElse(List.of());
    if (MlDsaKey.isPossible()) {
      if (!Files.exists(mlDsa)) {
        MlDsaKey.generate(origin).write(mlDsa);
      }
      cosigning = Optional.of(MlDsaKey.read(mlDsa));
    }
  }

  private SigningKey read(Path from) throws IOException {
    SigningKey key;
    try {
      key = SigningKey.read(from);
    } catch (IllegalArgumentException e) {
      throw new IOException(from + " is damaged: " + e.getMessage(), e);
    }
    if (!key.verifier().name().equals(origin)) {
      throw new IOException(
          "%s signs for %s, but jejak.ledger.origin makes this log %s"
              .formatted(from, key.verifier().name(), origin));
    }
    return key;
  }

  /**
   * Makes the key of a log that begins. One that is there already is set aside: it may have signed
   * another log of this name, and two histories under one key are a fork.
   */
  synchronized void make() throws IOException {
    for (Path there : List.of(file, former, retired, mlDsa)) {
      if (Files.exists(there)) {
        Path aside = disk.setAside(there);
        LOG.log(
            System.Logger.Level.WARNING,
            "the database has no log yet, but there was a key; it is now {0}",
            aside);
      }
    }
    SigningKey.generate(origin).write(file);
    LOG.log(
        System.Logger.Level.WARNING,
        "made the log''s signing key {0}; copy it now to a safe place off this machine:"
            + " without it the log cannot go on, and whoever has it can sign in its name",
        file.toAbsolutePath());
  }

  /**
   * Makes the key that is to sign from now on; it signs nothing before {@link #adoptNext}.
   *
   * @throws IllegalStateException while the key before this one still signs
   */
  public synchronized VerifierKey makeNext() throws IOException {
    if (Files.exists(former)) {
      throw new IllegalStateException("the former key still signs: retire it first");
    }
    Files.deleteIfExists(next); // of a rotation that was never recorded
    SigningKey.generate(origin).write(next);
    return read(next).verifier();
  }

  /** The new key's entry is committed: both sign from here on, the new one first. */
  public synchronized void adoptNext() throws IOException {
    adopt();
    load();
  }

  private void adopt() throws IOException {
    if (!Files.exists(former)) {
      disk.rename(file, former);
    }
    disk.rename(next, file);
  }

  /** The former key's last entry is committed: it signs no more, and its secret half is gone. */
  public synchronized void retireFormer() throws IOException {
    VerifierKey key = former().orElseThrow(() -> new IllegalStateException("only one key signs"));
    List<String> lines = new ArrayList<>(old.stream().map(VerifierKey::toString).toList());
    lines.add(key.toString());
    disk.put(retired, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    Files.delete(former);
    load();
  }

  /** The key that signs first; only after {@link Log#open}. */
  public VerifierKey verifier() {
    return signing().getFirst().verifier();
  }

  /** The key that signs beside it since the last rotation. */
  public synchronized Optional<VerifierKey> former() {
    return signing.size() < 2 ? Optional.empty() : Optional.of(signing.get(1).verifier());
  }

  /** All keys that ever signed, the newest first. */
  public synchronized List<VerifierKey> verifiers() {
    List<VerifierKey> all = new ArrayList<>(signing.stream().map(SigningKey::verifier).toList());
    all.addAll(old.reversed());
    return all;
  }

  /** The verifier keys, one a line: what signs, what cosigns, what has signed. */
  public synchronized String published() {
    List<String> lines = new ArrayList<>(verifiers().stream().map(VerifierKey::toString).toList());
    cosigning.ifPresent(key -> lines.add(1, key.verifier()));
    return String.join("\n", lines) + "\n";
  }

  /** The signed note of a checkpoint. */
  public SignedNote sign(Checkpoint checkpoint) {
    return SignedNote.sign(checkpoint.text(), signing());
  }

  /** Further lines for a checkpoint that is about to be published. */
  synchronized List<String> cosign(Checkpoint checkpoint, Instant now) {
    return cosigning.map(key -> key.cosign(checkpoint, now).toString()).stream().toList();
  }

  /** Whether the note is signed by a key of this log. */
  public boolean signed(SignedNote note) {
    return verifiers().stream().anyMatch(note::isSignedBy);
  }

  private synchronized List<SigningKey> signing() {
    if (signing.isEmpty()) {
      throw new IllegalStateException("the signing key of " + origin + " has not been read");
    }
    return signing;
  }
}
