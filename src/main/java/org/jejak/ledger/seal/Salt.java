package org.jejak.ledger.seal;

import java.security.SecureRandom;
import java.util.Arrays;

/** Random bytes, drawn from the system in larger portions: an act needs many small ones. */
final class Salt {
  private static final int PORTION = 2048;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ThreadLocal<Salt> STOCK = ThreadLocal.withInitial(Salt::new);

  private final byte[] stock = new byte[PORTION];
  private int used = PORTION;

  private Salt() {}

  /** At most {@code 2048} bytes, each given out once. */
  static byte[] draw(int bytes) {
    return STOCK.get().take(bytes);
  }

  private byte[] take(int bytes) {
    if (used + bytes > PORTION) {
      RANDOM.nextBytes(stock);
      used = 0;
    }
    byte[] drawn = Arrays.copyOfRange(stock, used, used + bytes);
    Arrays.fill(stock, used, used + bytes, (byte) 0);
    used += bytes;
    return drawn;
  }
}
