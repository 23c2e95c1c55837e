package org.jejak.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one line on standard output, and on standard error what only the operator may know. */
final class Announcement {
  private Announcement() {}

  /**
   * @param folder may hold {@code first-administrator}: the path of a one-time link, written by the
   *     application as long as nobody has used it
   */
  static void print(Options options, DataFolder folder) {
    System.out.println("Jejak is ready: " + options.local());
    System.out.flush();
    Path link = folder.file("first-administrator");
    try {
      if (Files.exists(link)) {
        Progress.say(
            "Make the first administrator, once: "
                + options.local().resolve(Files.readString(link).strip()));
      }
    } catch (IOException e) {
      Progress.say("The link for the first administrator cannot be read: " + e.getMessage());
    }
  }
}
