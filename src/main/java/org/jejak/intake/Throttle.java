package org.jejak.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts what addresses do in one window of time, without remembering an address: the key under
 * which they are hashed lives in memory only and is forgotten with the window.
 */
final class Throttle {
  private final Duration window;
  private final int each;
  private final int total;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Integer> counts = new HashMap<>();
  private final byte[] key = new byte[32];
  private int all;
  private int refused;
  private Instant ends = Instant.MIN;

  Throttle(Duration window, int each, int total) {
    this.window = window;
    this.each = each;
    this.total = total;
  }

  /**
   * Counts one more of this address, before it is looked at, so that many at once do not slip by.
   *
   * @return how long to wait; zero where it may go on
   */
  synchronized Duration count(String address, Instant now) {
    if (!now.isBefore(ends)) {
      begin(now);
    }
    if (all >= total || counts.merge(hash(address), 1, Integer::sum) > each) {
      refused++;
      return Duration.between(now, ends);
    }
    all++;
    return Duration.ZERO;
  }

  /** Whether what was refused last was the first in this window. */
  synchronized boolean isFirstRefusal() {
    return refused == 1;
  }

  /** Takes one count back: it was none of those that are to be few. */
  synchronized void uncount(String address) {
    counts.computeIfPresent(hash(address), (hashed, count) -> count > 1 ? count - 1 : null);
    all = Math.max(0, all - 1);
  }

  private void begin(Instant now) {
    counts.clear();
    all = 0;
    refused = 0;
    random.nextBytes(key);
    ends = now.plus(window);
  }

  private String hash(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is missing", e);
    }
  }
}
