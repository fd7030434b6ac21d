package dev.loopscope.protocol.handshake;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads from a socket up to a moment: a peer that sends a byte now and then gains no time. */
final class TimedInput {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Socket socket;
  private final InputStream in;
  private final long deadlineNanos;

  TimedInput(Socket socket, Duration limit) throws IOException {
    this.socket = socket;
    in = socket.getInputStream();
    deadlineNanos = System.nanoTime() + limit.toNanos();
  }

  /** Exactly {@code count} bytes and not one more, so that the frames after them stay unread. */
  byte[] read(int count, String what) throws IOException {
    byte[] bytes = new byte[count];
    int got = 0;
    try {
      while (got < count) {
        socket.setSoTimeout(remainingMillis());
        int read = in.read(bytes, got, count - got);
        if (read < 0) {
          throw new HandshakeException(
              "The other side closed the connection before it had sent %s.".formatted(what));
        }
        got += read;
      }
    } catch (SocketTimeoutException e) {
      throw new HandshakeException(
          "The other side did not send %s in time: is it Loopscope?".formatted(what), e);
    }
    return bytes;
  }

  private int remainingMillis() throws SocketTimeoutException {
    long remaining = deadlineNanos - System.nanoTime();
    if (remaining <= 0) {
      throw new SocketTimeoutException("the handshake took too long");
    }
    return (int) Math.min(Integer.MAX_VALUE, remaining / NANOS_PER_MILLI + 1);
  }
}
