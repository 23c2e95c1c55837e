package org.jejak.ledger.witness;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SignedNote;

/** Speaks C2SP tlog-witness to one witness; an answer is there in a second, or there is none. */
final class WitnessClient {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** More than any witness has to say: 64 lines of signatures. */
  private static final int MOST_BYTES = 256 * 1024;

  /** How far its clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final HttpClient http;
  private final Clock clock;
  private final WitnessSettings.Witness witness;

  WitnessClient(HttpClient http, Clock clock, WitnessSettings.Witness witness) {
    this.http = http;
    this.clock = clock;
    this.witness = witness;
  }

  WitnessSettings.Witness witness() {
    return witness;
  }

  /**
   * Asks for a cosignature.
   *
   * @param old the size that this witness cosigned last, as far as we know
   * @param proof that the checkpoint continues that size; empty where {@code old} is 0
   */
  CompletableFuture<WitnessAnswer> addCheckpoint(SignedNote note, long old, List<byte[]> proof) {
    StringBuilder body = new StringBuilder("old ").append(old).append('\n');
    proof.forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    body.append('\n').append(note);
    return send(HttpRequest.newBuilder(witness.address("add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
        .thenApply(response -> read(response, note))
        .exceptionally(failure -> new WitnessAnswer.Silent(why(failure)));
  }

  /** The checkpoint that this witness cosigned last, signed by our key or not; empty where none. */
  CompletableFuture<Optional<SignedNote>> remembered(String origin) {
    return send(HttpRequest.newBuilder(witness.address(hash(origin) + "/checkpoint")).GET())
        .thenApply(
            response ->
                response.statusCode() == 200
                    ? Optional.of(SignedNote.parse(text(response)))
                    : Optional.<SignedNote>empty())
        .exceptionally(failure -> Optional.empty());
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request.timeout(PATIENCE).build(), response -> new CappedBody(MOST_BYTES));
    // The request's own time-out ends with the headers; a body may drip for ever.
    answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    return answer;
  }

  private WitnessAnswer read(HttpResponse<byte[]> response, SignedNote note) {
    return switch (response.statusCode()) {
      case 200 -> cosigned(text(response), note);
      case 409 -> elsewhere(text(response));
      case 422 -> new WitnessAnswer.Contradicted();
      default -> new WitnessAnswer.Refused(response.statusCode());
    };
  }

  private WitnessAnswer cosigned(String body, SignedNote note) {
    try {
      CosignerKey key = witness.key();
      List<SignedNote.Line> mine =
          SignedNote.parseLines(body).stream()
              .filter(line -> line.name().equals(key.name()) && line.id() == key.id())
              .toList();
      Optional<Instant> at = key.cosigned(new SignedNote(note.text(), mine));
      if (at.isEmpty()) {
        return new WitnessAnswer.Unreadable("no cosignature of its key");
      }
      if (at.get().isAfter(clock.instant().plus(AHEAD))) {
        return new WitnessAnswer.Unreadable("its clock is ahead: " + at.get());
      }
      return new WitnessAnswer.Cosigned(mine.getLast(), at.get());
    } catch (IllegalArgumentException e) {
      return new WitnessAnswer.Unreadable(e.getMessage());
    }
  }

  private static WitnessAnswer elsewhere(String body) {
    return body.matches("(0|[1-9][0-9]{0,17})\n")
        ? new WitnessAnswer.Elsewhere(Long.parseLong(body.strip()))
        : new WitnessAnswer.Unreadable("409 without a size");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String why(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof TimeoutException
        ? "no answer within " + PATIENCE.toSeconds() + " s"
        : String.valueOf(cause);
  }

  private static String hash(String origin) {
    try {
      byte[] name = origin.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
