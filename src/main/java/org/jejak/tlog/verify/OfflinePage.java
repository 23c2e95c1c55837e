package org.jejak.tlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The one HTML file that verifies receipts in a browser, from anywhere, with the network off. Ship
 * it beside what it verifies; it brings keys along as a proposal, and says that they are one.
 */
public final class OfflinePage {
  private static final String LOGS = "@LOG-KEYS@";
  private static final String WITNESSES = "@WITNESS-KEYS@";

  private OfflinePage() {}

  /**
   * The page.
   *
   * @param logKeys to propose, one a line; may be empty
   * @param witnessKeys the same for witnesses
   */
  public static String with(String logKeys, String witnessKeys) {
    try (InputStream in = OfflinePage.class.getResourceAsStream("verify.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(LOGS, escape(logKeys))
          .replace(WITNESSES, escape(witnessKeys));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").strip();
  }
}
