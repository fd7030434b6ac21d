package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames to a stream. Frames gather in a buffer until it is worth a write; {@link #flush()}
 * sends what is there. For one thread at a time.
 *
 * <p>Batches and definitions that are too large for one frame go as several; texts over the limit
 * lose their end. Anything else over a limit is refused with a {@link ProtocolException}: nothing
 * of that frame is written and the stream stays good.
 */
public final class FrameWriter implements Closeable {

  private static final int BUFFER_BYTES = 32 << 10;

  private final OutputStream out;
  private final Bytes buffer = new Bytes();

  /** Made with the first frame: who opens a stream in a watched process must not wait for it. */
  private @Nullable FrameEncoder encoder;

  private long drained;
  private long frames;

  public FrameWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes one frame.
   *
   * @throws ProtocolException when the frame breaks a limit; the stream is still good
   * @throws IOException when the stream fails
   */
  public void write(Frame frame) throws IOException {
    append(frame);
    if (buffer.size >= BUFFER_BYTES) {
      drain();
    }
  }

  private void append(Frame frame) throws IOException {
    if (!FrameSplitter.isOverCap(frame) && encoder().encode(frame)) {
      frames++;
      return;
    }
    List<Frame> parts = FrameSplitter.split(frame);
    if (parts.size() == 1) {
      throw new ProtocolException(
          "A frame was not sent: %s is larger than the %d bytes the protocol allows."
              .formatted(frame.getClass().getSimpleName(), Limits.MAX_FRAME_BYTES));
    }
    for (Frame part : parts) {
      append(part);
    }
  }

  private FrameEncoder encoder() throws IOException {
    FrameEncoder made = encoder;
    if (made == null) {
      made = new FrameEncoder(buffer);
      encoder = made;
    }
    return made;
  }

  private void drain() throws IOException {
    int length = buffer.size;
    buffer.clear();
    drained += length;
    out.write(buffer.array, 0, length);
  }

  /** Sends everything written so far. */
  public void flush() throws IOException {
    if (buffer.size > 0) {
      drain();
    }
    out.flush();
  }

  /** How many bytes were written so far, those still in the buffer included. */
  public long bytesWritten() {
    return drained + buffer.size;
  }

  /** How many frames were written so far; one that went in several pieces counts as several. */
  public long framesWritten() {
    return frames;
  }

  /** Flushes and closes the stream. */
  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
