package org.jejak.bad.cases;

import org.jejak.base.Command;

/** A command that asks no permission. */
@Command
public class CommandForAnybody {
  public void run() {}
}
