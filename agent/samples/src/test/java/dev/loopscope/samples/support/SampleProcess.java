package dev.loopscope.samples.support;

import dev.loopscope.samples.SamplesMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A sample in a JVM of its own, its output kept in files. */
public final class SampleProcess implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;

  private SampleProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts {@code arguments}; its files go to {@code directory}. */
  public static SampleProcess start(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", classPath(), SamplesMain.class.getName()));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new SampleProcess(process, out, err);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The first line of output that starts like this, as soon as it is there. */
  public String awaitLine(String start) {
    return Await.present(
        "a line '" + start + "…' in " + out + "; stderr: " + errors(), () -> line(start));
  }

  private Optional<String> line(String start) {
    return output().lines().filter(line -> line.startsWith(start)).findFirst();
  }

  public String output() {
    return read(out);
  }

  public String errors() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The processes it has started and that still run. */
  public List<ProcessHandle> children() {
    return process.toHandle().descendants().toList();
  }

  /** Sends SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** Sends SIGKILL. */
  public void kill() {
    process.destroyForcibly();
  }

  public void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits for its end and returns the exit code. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after 20 s: " + output());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    List<ProcessHandle> left = children();
    process.destroyForcibly().onExit().join();
    left.forEach(ProcessHandle::destroyForcibly);
  }
}
