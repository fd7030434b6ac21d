package dev.loopscope.protocol.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file read at any place. Not a channel: an interrupt of the reading thread, as cancelling long
 * work does, would close it.
 */
final class RecordingFile implements Closeable {

  private final RandomAccessFile file;
  private final long size;

  private RecordingFile(RandomAccessFile file) throws IOException {
    this.file = file;
    size = file.length();
  }

  static RecordingFile open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new RecordingException(
          "%s is a folder, not a recording. Choose a file in it.".formatted(path));
    }
    if (Files.notExists(path)) {
      throw new RecordingException("%s does not exist. Check the path.".formatted(path));
    }
    if (!Files.isRegularFile(path)) {
      throw new RecordingException(
          "%s is a pipe or a device, and a recording is read at any place. Save it as a file first."
              .formatted(path));
    }
    try {
      return new RecordingFile(new RandomAccessFile(path.toFile(), "r"));
    } catch (IOException e) {
      throw new RecordingException(
          "%s cannot be read (%s). Check its permissions.".formatted(path, e.getMessage()), e);
    }
  }

  /** The size when it was opened. */
  long size() {
    return size;
  }

  /** The bytes from {@code offset} on; the caller has checked that the file has as many. */
  byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
