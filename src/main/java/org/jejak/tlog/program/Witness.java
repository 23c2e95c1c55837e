package org.jejak.tlog.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.Proofs;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.VerifierKey;

/**
 * A witness as C2SP tlog-witness asks for it: of each log that it was told of it remembers the
 * newest checkpoint, and cosigns a newer one only when that is proven to continue it.
 *
 * <p>Its whole worth is its memory. The memory is on the disk, synced, before an answer leaves; and
 * there is one thing at a time, so that no answer rests on a memory that is being replaced.
 */
final class Witness {
  private static final int MOST_PROOF_LINES = 63;

  /** What is answered over HTTP. */
  record Answer(int status, String type, String body) {
    static final String TEXT = "text/plain; charset=utf-8";

    static Answer refusal(int status, String why) {
      return new Answer(status, TEXT, why + "\n");
    }
  }

  /** A request for a cosignature, read and not yet believed. */
  private record Request(long old, List<byte[]> proof, SignedNote note, Checkpoint checkpoint) {
    /**
     * Reads the body: {@code old <size>}, lines of hashes, an empty line, the checkpoint.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static Request parse(String body) {
      int gap = body.indexOf("\n\n");
      List<String> lines = List.of(body.substring(0, Math.max(gap, 0)).split("\n", -1));
      if (!lines.get(0).matches("old (0|[1-9][0-9]{0,17})")) {
        throw new IllegalArgumentException("the first line is old and a size");
      }
      if (lines.size() - 1 > MOST_PROOF_LINES) {
        throw new IllegalArgumentException("a proof has at most 63 hashes");
      }
      List<byte[]> proof = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        proof.add(Base64.getDecoder().decode(line));
      }
      SignedNote note = SignedNote.parse(body.substring(gap + 2));
      return new Request(
          Long.parseLong(lines.get(0).substring("old ".length())),
          proof,
          note,
          Checkpoint.parse(note.text()));
    }
  }

  private final Path folder;
  private final SigningKey key;
  private final List<VerifierKey> logs;
  private final Clock clock;

  /**
   * @param folder of the memory
   * @param logs the keys of the logs it watches, each under its log's origin
   */
  Witness(Path folder, SigningKey key, List<VerifierKey> logs, Clock clock) {
    this.folder = folder;
    this.key = key;
    this.logs = List.copyOf(logs);
    this.clock = clock;
  }

  /** Answers {@code POST add-checkpoint}, in the order of checks that the specification has. */
  synchronized Answer addCheckpoint(String body) throws IOException {
    Request request;
    try {
      request = Request.parse(body);
    } catch (IllegalArgumentException e) {
      return Answer.refusal(400, "not an add-checkpoint request: " + e.getMessage());
    }
    Checkpoint asked = request.checkpoint();
    List<VerifierKey> keys =
        logs.stream().filter(log -> log.name().equals(asked.origin())).toList();
    if (keys.isEmpty()) {
      return Answer.refusal(404, "this witness does not watch " + asked.origin());
    }
    List<VerifierKey> signers =
        keys.stream()
            .filter(log -> !request.note().linesOf(log.name(), log.id()).isEmpty())
            .toList();
    if (signers.isEmpty() || !signers.stream().allMatch(request.note()::isSignedBy)) {
      return Answer.refusal(403, "not signed by a key of this log that is trusted here");
    }
    if (request.old() > asked.size()) {
      return Answer.refusal(400, "the old size is larger than the checkpoint's");
    }
    Optional<Checkpoint> latest = latest(asked.origin());
    long size = latest.map(Checkpoint::size).orElse(0L);
    if (request.old() != size) {
      return new Answer(409, "text/x.tlog.size", size + "\n");
    }
    byte[] root = latest.map(Checkpoint::root).orElseGet(() -> Merkle.root(List.of()));
    if (!continues(size, root, asked, request.proof())) {
      return Answer.refusal(422, "this does not continue what was cosigned at size " + size);
    }
    SignedNote.Line line = CosignerKey.cosign(request.note().text(), clock.instant(), key);
    List<SignedNote.Line> lines = new ArrayList<>();
    signers.forEach(log -> lines.addAll(request.note().linesOf(log.name(), log.id())));
    lines.add(line);
    remember(asked.origin(), new SignedNote(request.note().text(), lines));
    return new Answer(200, Answer.TEXT, line.toString());
  }

  private static boolean continues(long size, byte[] root, Checkpoint asked, List<byte[]> proof) {
    if (asked.size() == 0 && !Arrays.equals(asked.root(), Merkle.root(List.of()))) {
      return false;
    }
    return Proofs.consistent(size, root, asked.size(), asked.root(), proof);
  }

  /** The newest checkpoint of a log with its signatures and ours; the file's name is its hash. */
  Optional<String> cosigned(String originHash) throws IOException {
    Path file = folder.resolve(originHash);
    return originHash.matches("[0-9a-f]{64}") && Files.exists(file)
        ? Optional.of(Files.readString(file))
        : Optional.empty();
  }

  private Optional<Checkpoint> latest(String origin) throws IOException {
    Optional<String> note = cosigned(hash(origin));
    if (note.isEmpty()) {
      return Optional.empty();
    }
    try {
      SignedNote signed = SignedNote.parse(note.get());
      if (CosignerKey.of(key.verifier()).cosigned(signed).isPresent()) {
        return Optional.of(Checkpoint.parse(signed.text()));
      }
      throw new IllegalArgumentException("it does not bear this witness's own cosignature");
    } catch (IllegalArgumentException e) {
      // Never begin anew over a damaged memory: that would forgive whatever happened since.
      throw new IOException("the memory of " + origin + " is damaged: " + e.getMessage(), e);
    }
  }

  private void remember(String origin, SignedNote note) throws IOException {
    Path file = folder.resolve(hash(origin));
    Path draft = folder.resolve(hash(origin) + ".new");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(note.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static String hash(String origin) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
