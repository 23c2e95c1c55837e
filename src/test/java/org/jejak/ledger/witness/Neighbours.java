package org.jejak.ledger.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SigningKey;
import org.jejak.tlog.VerifierKey;
import org.jejak.tlog.program.WitnessProgram;

/** Other agencies' witnesses that really run, and our side of them, for tests of other packages. */
public final class Neighbours implements AutoCloseable {
  private record Seat(SigningKey key, Path memory, int port) {}

  private final VerifierKey log;
  private final Clock clock;
  private final List<Seat> seats = new ArrayList<>();
  private final List<WitnessProgram> running = new ArrayList<>();

  private Neighbours(VerifierKey log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** So many witnesses of this log, with their memories in this folder. */
  public static Neighbours of(int count, VerifierKey log, Path folder, Clock clock)
      throws IOException {
    Neighbours all = new Neighbours(log, clock);
    for (int i = 0; i < count; i++) {
      Path memory = Files.createDirectories(folder.resolve("witness-" + i));
      SigningKey key = SigningKey.generate("witness-" + i + ".example");
      WitnessProgram program = all.run(key, memory, 0);
      all.running.add(program);
      all.seats.add(new Seat(key, memory, program.port()));
    }
    return all;
  }

  private WitnessProgram run(SigningKey key, Path memory, int port) throws IOException {
    return new WitnessProgram(
        memory,
        key,
        List.of(log),
        clock,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  public CosignerKey key(int which) {
    return CosignerKey.of(seats.get(which).key().verifier());
  }

  public void stop(int which) {
    running.get(which).close();
  }

  /** With the memory it had. */
  public void start(int which) throws IOException {
    Seat seat = seats.get(which);
    running.set(which, run(seat.key(), seat.memory(), seat.port()));
  }

  /** Our side, as a server just started has it. */
  public Witnesses asked(DataSource sequencer, int quorum) {
    WitnessSettings settings = new WitnessSettings();
    settings.quorum = quorum;
    settings.witnesses =
        Optional.of(
            seats.stream()
                .map(
                    seat ->
                        CosignerKey.of(seat.key().verifier()) + " http://127.0.0.1:" + seat.port())
                .collect(Collectors.joining(", ")));
    Witnesses witnesses = new Witnesses();
    witnesses.dataSource = sequencer;
    witnesses.settings = settings;
    witnesses.clock = clock;
    witnesses.open();
    return witnesses;
  }

  @Override
  public void close() {
    running.forEach(WitnessProgram::close);
  }
}
