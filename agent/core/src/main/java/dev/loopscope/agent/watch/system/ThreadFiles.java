package dev.loopscope.agent.watch.system;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of the few threads that are looked at again and again, kept open: opening one costs
 * more than reading it. At most {@link #MAX_OPEN} descriptors of the process are used; the one that
 * was not read for longest makes room. An open file stays that thread's, even when its number is
 * given to another. What cannot be read is null, as in {@link ProcFiles}.
 */
final class ThreadFiles {

  static final int MAX_OPEN = 24;

  /** What is read of a thread. */
  enum Kind {
    SCHEDULE("schedstat", 64),
    /** Its state stands behind its name, which has at most 16 bytes. */
    STATUS("stat", 64),
    CALL("syscall", 256);

    private final String file;
    private final int bytes;

    Kind(String file, int bytes) {
      this.file = file;
      this.bytes = bytes;
    }
  }

  private record Key(int thread, Kind kind) {}

  private final Path tasks;
  private final byte[] buffer = new byte[Kind.CALL.bytes];
  private final Map<Key, RandomAccessFile> open = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param root {@code /proc/self}, or what a test puts in its place
   */
  ThreadFiles(Path root) {
    tasks = root.resolve("task");
  }

  /**
   * Reads the beginning of a file; the answer holds until the next reading.
   *
   * @return null when it cannot be read
   */
  @Nullable FirstBytes read(int thread, Kind kind) {
    Key key = new Key(thread, kind);
    RandomAccessFile file = open.get(key);
    try {
      if (file == null) {
        file = open(key);
      }
      file.seek(0);
      int length = file.read(buffer, 0, kind.bytes);
      return length <= 0 ? null : new FirstBytes(buffer, length);
    } catch (IOException e) {
      close(open.remove(key)); // the thread has ended
      return null;
    }
  }

  private RandomAccessFile open(Key key) throws IOException {
    if (open.size() == MAX_OPEN) {
      Iterator<RandomAccessFile> oldest = open.values().iterator();
      close(oldest.next());
      oldest.remove();
    }
    RandomAccessFile file =
        new RandomAccessFile(tasks + "/" + key.thread + '/' + key.kind.file, "r");
    open.put(key, file);
    return file;
  }

  /** How many descriptors are in use. */
  int openFiles() {
    return open.size();
  }

  /** Gives all descriptors back; a later reading opens anew. */
  void close() {
    open.values().forEach(ThreadFiles::close);
    open.clear();
  }

  private static void close(@Nullable RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // it was only read: nothing is lost, and its descriptor is given back all the same
      return;
    }
  }
}
