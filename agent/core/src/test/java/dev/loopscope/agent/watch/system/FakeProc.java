package dev.loopscope.agent.watch.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that looks like {@code /proc/self}. */
final class FakeProc {

  final Path root;

  FakeProc(Path root) {
    this.root = root;
  }

  void task(int id, String name, long cpuNanos, long runQueueNanos) throws IOException {
    write("task/" + id + "/comm", name + '\n');
    write("task/" + id + "/schedstat", cpuNanos + " " + runQueueNanos + " 17\n");
  }

  void state(int id, char state, String syscall) throws IOException {
    write("task/" + id + "/stat", id + " (a name) (of sorts) " + state + " 1 1 1\n");
    write("task/" + id + "/syscall", syscall + '\n');
  }

  void descriptor(int number, String target) throws IOException {
    Files.createDirectories(root.resolve("fd"));
    Files.createSymbolicLink(root.resolve("fd/" + number), Path.of(target));
  }

  void memory(int address, int value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(address + 4).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(root.resolve("mem"), bytes.putInt(address, value).array());
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
