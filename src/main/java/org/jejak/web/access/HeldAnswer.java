package org.jejak.web.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;

/**
 * An answer of which no byte leaves before the gate has been asked.
 *
 * <p>A page is kept whole in memory until it is complete. What is longer (a download, an export)
 * leaves in parts, and the gate is asked before each of them: whatever was read for a part is
 * recorded before that part is sent.
 */
final class HeldAnswer extends HttpServletResponseWrapper {
  /** Larger than any page of ours. */
  private static final int MOST_HELD = 512 * 1024;

  /** Asked before anything leaves; throws when it must not. */
  interface Gate {
    /** {@code body}: whether something of ours is sent, and not a redirect or an error page. */
    void pass(boolean body);
  }

  private final Gate gate;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(8192);
  private final ServletOutputStream out = new Held();
  private PrintWriter writer;
  private boolean streaming;
  private int error;
  private String message;
  private String redirect;
  private boolean leaving;

  HeldAnswer(HttpServletResponse response, Gate gate) {
    super(response);
    this.gate = gate;
  }

  /** The answer is complete: lets it go. */
  void release() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (error != 0) {
      gate.pass(false);
      if (message == null) {
        super.sendError(error);
      } else {
        super.sendError(error, message);
      }
    } else if (redirect != null) {
      gate.pass(false);
      super.sendRedirect(redirect);
    } else {
      letGo();
    }
  }

  private void letGo() throws IOException {
    int status = getStatus();
    gate.pass(status < 300 || status >= 400);
    leaving = true;
    if (held.size() > 0) {
      held.writeTo(super.getOutputStream());
      held.reset();
    }
  }

  private boolean decided() {
    return error != 0 || redirect != null;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (writer != null) {
      throw new IllegalStateException("the answer is being written as text");
    }
    streaming = true;
    return out;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      if (streaming) {
        throw new IllegalStateException("the answer is being written as bytes");
      }
      writer = new PrintWriter(new OutputStreamWriter(out, getCharacterEncoding()));
    }
    return writer;
  }

  @Override
  public void sendError(int status, String text) {
    refuseWhenGone();
    resetBuffer();
    error = status;
    message = text;
  }

  @Override
  public void sendError(int status) {
    sendError(status, null);
  }

  @Override
  public void sendRedirect(String location) {
    refuseWhenGone();
    resetBuffer();
    redirect = location;
  }

  @Override
  public boolean isCommitted() {
    return decided() || super.isCommitted();
  }

  @Override
  public void reset() {
    refuseWhenGone();
    super.reset();
    held.reset();
    writer = null;
    streaming = false;
  }

  @Override
  public void resetBuffer() {
    refuseWhenGone();
    held.reset();
    writer = null;
    streaming = false;
  }

  private void refuseWhenGone() {
    if (isCommitted()) {
      throw new IllegalStateException("the answer has been decided");
    }
  }

  /** Nothing leaves early: what was written so far may still be withdrawn. */
  @Override
  public void flushBuffer() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (leaving) {
      super.flushBuffer();
    }
  }

  @Override
  public int getBufferSize() {
    return MOST_HELD;
  }

  @Override
  public void setBufferSize(int size) {
    // Everything is held, whatever size somebody would like.
  }

  private final class Held extends ServletOutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (decided()) {
        return; // as any server does after an error or a redirect
      }
      if (!leaving && held.size() + count > MOST_HELD) {
        letGo();
      }
      if (leaving) {
        gate.pass(true);
        HeldAnswer.super.getOutputStream().write(bytes, from, count);
      } else {
        held.write(bytes, from, count);
      }
    }

    @Override
    public void flush() throws IOException {
      if (leaving) {
        HeldAnswer.super.getOutputStream().flush();
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("answers are written at once; nothing here is asynchronous");
    }
  }
}
