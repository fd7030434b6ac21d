package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames from a stream, which may come from anybody. It reads ahead, so nobody else may read
 * from the stream. For one thread at a time.
 */
public final class FrameReader implements Closeable {

  private static final int PREFIX_BYTES = 4;
  private static final int READ_AHEAD_BYTES = 16 << 10;

  private final InputStream in;
  private final FrameDecoder decoder = new FrameDecoder();
  private byte[] buffer = new byte[READ_AHEAD_BYTES];
  private int from;
  private int to;
  private long consumed;

  public FrameReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next frame; frames of unknown type are skipped.
   *
   * @return the frame, null when the stream ended between two frames
   * @throws ProtocolException when the bytes are damaged, break a limit, end within a frame or were
   *     written by a newer major version; do not read on
   * @throws IOException when the stream fails; do not read on
   */
  public @Nullable Frame read() throws IOException {
    while (true) {
      if (!fill(PREFIX_BYTES)) {
        return null;
      }
      int length = ByteBuffer.wrap(buffer, from, PREFIX_BYTES).getInt();
      if (length <= 0 || length > Limits.MAX_FRAME_BYTES) {
        throw new ProtocolException(
            "The data are refused: a frame says it has %s bytes, the protocol allows 1 to %d."
                .formatted(Integer.toUnsignedString(length), Limits.MAX_FRAME_BYTES));
      }
      take(PREFIX_BYTES);
      if (!fill(length)) {
        throw endedWithin();
      }
      Frame frame = decoder.decode(buffer, from, length);
      take(length);
      if (frame != null) {
        return frame;
      }
    }
  }

  /** How many bytes the frames read so far took. */
  public long bytesRead() {
    return consumed;
  }

  private void take(int count) {
    from += count;
    consumed += count;
  }

  /** Sees to it that {@code count} bytes lie from {@code from} on; false at a clean end. */
  private boolean fill(int count) throws IOException {
    if (to - from >= count) {
      return true;
    }
    byte[] target = count > buffer.length ? new byte[count] : buffer;
    System.arraycopy(buffer, from, target, 0, to - from);
    buffer = target;
    to -= from;
    from = 0;
    while (to < count) {
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        if (to == 0) {
          return false;
        }
        throw endedWithin();
      }
      to += read;
    }
    return true;
  }

  private static ProtocolException endedWithin() {
    return new ProtocolException("The data end in the middle of a frame.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
