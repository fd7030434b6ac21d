package dev.loopscope.agent.watch.system;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that Linux shows of this process. What cannot be read is null: a thread may end between
 * two readings, a descriptor may be closed, and a container may hide any of them, so that is an
 * answer and no error.
 */
final class ProcFiles {

  private static final int SMALL = 1_024;

  private final Path root;
  private final byte[] buffer = new byte[SMALL];

  /**
   * @param root {@code /proc/self}, or what a test puts in its place
   */
  ProcFiles(Path root) {
    this.root = root;
  }

  /** Whether this system shows its threads. */
  boolean showsThreads() {
    return Files.isDirectory(root.resolve("task"));
  }

  /** Native numbers of all threads of the process. */
  List<Integer> threads() {
    try (Stream<Path> tasks = Files.list(root.resolve("task"))) {
      return tasks.map(task -> Integer.valueOf(String.valueOf(task.getFileName()))).toList();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** The first kilobyte of a thread's file, without the white space around it. */
  @Nullable String ofThread(int thread, String file) {
    try (FileInputStream in = new FileInputStream(root + "/task/" + thread + '/' + file)) {
      int length = in.read(buffer);
      return length <= 0
          ? null
          : new String(buffer, 0, length, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      return null;
    }
  }

  /** Where a descriptor of the process leads. */
  @Nullable String descriptor(int number) {
    try {
      return Files.readSymbolicLink(root.resolve("fd").resolve(Integer.toString(number)))
          .toString();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** A longer file, up to {@code maxBytes} of it. */
  @Nullable String text(String file, int maxBytes) {
    try (FileInputStream in = new FileInputStream(root + "/" + file)) {
      return new String(in.readNBytes(maxBytes), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return null;
    }
  }

  /** The little-endian 32 bits at an address of the process's own memory. */
  @Nullable Integer memory(long address) {
    if (address <= 0) {
      return null;
    }
    try (RandomAccessFile memory = new RandomAccessFile(root + "/mem", "r")) {
      memory.seek(address);
      return Integer.reverseBytes(memory.readInt());
    } catch (IOException e) {
      return null;
    }
  }
}
