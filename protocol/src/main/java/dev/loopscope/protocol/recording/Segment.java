package dev.loopscope.protocol.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file of some chunks. Where the system allows it, the file loses its name at once, so
 * that nothing stays behind when the process is killed. Savers that still read from it keep it
 * alive after the spool has dropped it. Safe for use by several threads.
 */
final class Segment implements Closeable {

  private final Path path;
  private final RandomAccessFile file;
  private final boolean nameless;
  private long size;
  private int users = 1;

  Segment() throws IOException {
    path = Files.createTempFile("loopscope-", ".spool");
    file = new RandomAccessFile(path.toFile(), "rw");
    nameless = isDeleted(path);
  }

  /** Some systems refuse to delete an open file; then it is deleted when it is closed. */
  private static boolean isDeleted(Path path) {
    try {
      return Files.deleteIfExists(path);
    } catch (IOException e) {
      return false;
    }
  }

  synchronized long size() {
    return size;
  }

  /** Appends bytes and returns where they begin. */
  synchronized long append(byte[] bytes) throws IOException {
    long offset = size;
    file.seek(offset);
    file.write(bytes);
    size += bytes.length;
    return offset;
  }

  synchronized byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  /** Keeps the segment until one more {@link #close()}. */
  synchronized void retain() {
    users++;
  }

  /** Deletes the file when nobody uses it any more. */
  @Override
  public synchronized void close() throws IOException {
    if (--users == 0) {
      try (file) {
        file.setLength(0);
      } finally {
        if (!nameless) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
