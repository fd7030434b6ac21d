package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Frame;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a recording. Every full chunk goes to the operating system at once, so that after a kill
 * the file opens up to the last second. For one thread at a time.
 *
 * <p>When the disk is full or gone, the call that notices fails with one clear {@link
 * RecordingException}; what was written before stays readable, and nothing more is written.
 */
public final class RecordingWriter implements Closeable {

  private final Path file;
  private final OutputStream out;
  private final ChunkBuilder builder;
  private final List<ChunkInfo> chunks = new ArrayList<>();
  private long offset;
  private boolean stopped;

  RecordingWriter(Path file, OutputStream out) throws IOException {
    this.file = file;
    this.out = out;
    builder = new ChunkBuilder(this::writeChunk);
    append(FileHeader.bytes());
  }

  /**
   * Begins a recording in {@code file}, replacing what is there.
   *
   * @throws RecordingException when the file cannot be created, with a sentence for the user
   */
  public static RecordingWriter create(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new RecordingException(
          "%s is a folder, not a file: nothing is recorded. Name a file in it.".formatted(file));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new RecordingException(
          "The folder %s does not exist: nothing is recorded. Create it or choose another."
              .formatted(folder));
    }
    // Not a channel: an interrupt of the writing thread would close it.
    OutputStream out;
    try {
      out = new FileOutputStream(file.toFile());
    } catch (IOException e) {
      throw new RecordingException(
          "%s cannot be written (%s): choose another place.".formatted(file, e.getMessage()), e);
    }
    return new RecordingWriter(file, out);
  }

  /**
   * Adds a frame. The first one must be Hello.
   *
   * @throws IOException when it breaks a limit of the protocol (the recording goes on) or when the
   *     disk fails (it does not)
   */
  public void write(Frame frame) throws IOException {
    requireRunning();
    builder.add(frame);
  }

  /**
   * Ends the current chunk and hands it to the operating system. Each call costs the chunk's
   * context, some kilobytes: call it when nothing came for a while, not after every frame.
   */
  public void flush() throws IOException {
    requireRunning();
    builder.finish();
  }

  /** Bytes in the file so far. */
  public long bytesWritten() {
    return offset;
  }

  private void requireRunning() throws RecordingException {
    if (stopped) {
      throw new RecordingException(
          "The recording %s has ended before: nothing more is written to it.".formatted(file));
    }
  }

  private void writeChunk(ChunkInfo chunk, byte[] bytes) throws IOException {
    ChunkInfo placed = chunk.at(offset);
    append(bytes);
    chunks.add(placed);
  }

  private void append(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
      out.flush();
      offset += bytes.length;
    } catch (IOException e) {
      stopped = true;
      try (out) {
        throw new RecordingException(
            "Recording to %s stopped after %d bytes (%s). What was written can be opened; free some space or choose another disk to record again."
                .formatted(file, offset, e.getMessage()),
            e);
      }
    }
  }

  /** Writes what is left and the index, and closes the file. After a failure it only closes. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (!stopped) {
        builder.finish();
        append(Footer.bytes(chunks, offset));
        stopped = true;
      }
    }
  }
}
