package org.jejak.tlog.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Takes what is written and compares it with what is there, without keeping either. */
final class ComparedStream extends OutputStream {
  private final InputStream there;
  private boolean same = true;

  ComparedStream(InputStream there) {
    this.there = new BufferedInputStream(there, 64 * 1024);
  }

  /** Whether all that was written is all that is there. */
  boolean isSame() throws IOException {
    return same && there.read() < 0;
  }

  @Override
  public void write(int b) throws IOException {
    same = same && there.read() == (b & 0xff);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (same) {
      same = Arrays.equals(Arrays.copyOfRange(bytes, from, from + count), there.readNBytes(count));
    }
  }

  @Override
  public void close() throws IOException {
    there.close();
  }
}
