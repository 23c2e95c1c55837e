package org.jejak.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Remembers a child across the death of its launcher. A process number alone proves nothing, since
 * numbers are used again (soon, in a container): the command line must bear the child's sign. Where
 * the system shows no command lines, the moment it began must fit.
 */
final class PidFile {
  private final Path file;
  private final String sign;

  PidFile(Path file, String sign) {
    this.file = file;
    this.sign = sign;
  }

  void remember(ProcessHandle process) {
    try {
      Folders.writePrivate(file, process.pid() + "\n" + began(process) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets a number that another process has by now, whatever else the file says. */
  void forgetIfReused() {
    boolean taken = number().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).isPresent();
    if (taken && orphan().isEmpty()) {
      forget();
    }
  }

  /** The remembered process, if that very process still lives. */
  Optional<ProcessHandle> orphan() {
    return number()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(this::isTheChild);
  }

  private Optional<Long> number() {
    return line(0).filter(text -> text.matches("[0-9]{1,10}")).map(Long::valueOf);
  }

  private Optional<String> line(int n) {
    try {
      return Files.readAllLines(file).stream().skip(n).findFirst().map(String::strip);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isTheChild(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .map(line -> line.contains(sign))
        .orElseGet(() -> line(1).equals(Optional.of(began(process))));
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Ends a process: asks it first, and kills it when the grace is over. */
  static void end(ProcessHandle process, Consumer<ProcessHandle> ask, Duration grace) {
    ask.accept(process);
    if (!ended(process, grace)) {
      process.destroyForcibly();
      if (!ended(process, Duration.ofSeconds(10))) {
        throw new Trouble("Process %d does not end; end it by hand.".formatted(process.pid()));
      }
    }
  }

  private static boolean ended(ProcessHandle process, Duration within) {
    try {
      process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
