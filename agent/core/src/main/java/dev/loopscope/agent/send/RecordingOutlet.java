package dev.loopscope.agent.send;

import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.ProtocolException;
import dev.loopscope.protocol.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a recording; no commands come from there. For one thread. */
public final class RecordingOutlet implements Outlet {

  /** A kill of the target costs no more than this; each flush costs a chunk's context. */
  private static final long FLUSH_EVERY_NANOS = 500_000_000L;

  private final RecordingWriter writer;
  private final ErrorLog errors;
  private long nextFlush = System.nanoTime() + FLUSH_EVERY_NANOS;

  private RecordingOutlet(RecordingWriter writer, ErrorLog errors) {
    this.writer = writer;
    this.errors = errors;
  }

  /**
   * Begins a recording in {@code file}.
   *
   * @throws IOException with a sentence for the user when it cannot be written
   */
  public static RecordingOutlet create(Path file, ErrorLog errors) throws IOException {
    return new RecordingOutlet(RecordingWriter.create(file), errors);
  }

  @Override
  public void send(Frame frame) throws IOException {
    try {
      writer.write(frame);
    } catch (ProtocolException e) {
      errors.count("A frame was left out of the recording", e);
    }
  }

  @Override
  public void flush() throws IOException {
    long now = System.nanoTime();
    if (now - nextFlush >= 0) {
      nextFlush = now + FLUSH_EVERY_NANOS;
      writer.flush();
    }
  }

  @Override
  public long bytesSent() {
    return writer.bytesWritten();
  }

  @Override
  public @Nullable Command poll() {
    return null;
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      errors.count("closing the recording", e);
    }
  }
}
