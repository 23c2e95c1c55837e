package org.jejak.tlog;

/** A text that is not a proof, and which part of it is not. */
public final class Malformed extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The parts of a proof, from its first line to its last. */
  public enum Part {
    FIRST_LINE,
    ENTRY,
    INDEX,
    PATH,
    CHECKPOINT,
    SIGNATURES
  }

  private final Part part;
  private final int line;

  Malformed(Part part, int line, String message) {
    super(message);
    this.part = part;
    this.line = line;
  }

  public Part part() {
    return part;
  }

  /** The line it begins on, from 1. */
  public int line() {
    return line;
  }
}
