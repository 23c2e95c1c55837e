package org.jejak.web;

/**
 * One step on a way: a stage of a case, a state of a receipt.
 *
 * @param name its word, in the language of the request
 * @param note a day or a few words below it; may be {@code null}
 */
public record Step(String name, String note, State state) {
  /** Where on the way one is. */
  public enum State {
    DONE,
    NOW,
    LATER
  }

  public boolean isDone() {
    return state == State.DONE;
  }

  public boolean isNow() {
    return state == State.NOW;
  }

  /** The class that dresses it. */
  public String getLook() {
    return switch (state) {
      case DONE -> "done";
      case NOW -> "now";
      case LATER -> "later";
    };
  }

  /** Says the state to a reader that sees no shapes. */
  public String getStateKey() {
    return "common.step." + getLook();
  }
}
