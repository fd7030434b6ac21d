package dev.loopscope.dashboard.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A forked JVM that waits on its standard input: it ends when the test closes it, or dies. */
public final class IdleJvm implements AutoCloseable {

  private final Process process;

  public IdleJvm(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), IdleJvm.class.getName(), "--secret=1"));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    // The first byte says that main runs, so the JVM is up.
    if (process.getInputStream().read() < 0) {
      throw new IOException("the forked JVM ended at once");
    }
  }

  public static void main(String[] arguments) throws IOException {
    System.out.print('!');
    System.out.flush();
    while (System.in.read() >= 0) {}
  }

  public long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
