package dev.loopscope.dashboard.demo;

import dev.loopscope.dashboard.attach.BundledJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The sample program, running. It prints a line that begins with {@code READY} when its clients are
 * connected, and ends when its standard input closes: also when this process dies without a word.
 */
public final class DemoProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(5);
  private static final int FIRST_JAVA_THAT_WARNS = 24;

  /** How many of its last lines are passed on when it fails. */
  private static final int LAST_WORDS = 3;

  private final Process process;
  private final Thread reader;

  private DemoProcess(Process process, Thread reader) {
    this.process = process;
    this.reader = reader;
  }

  /**
   * Starts the sample and returns when it is ready.
   *
   * @param samples the jar with the sample programs
   * @param options further options of the sample, for example {@code "--log", "FILE"}
   * @throws IOException with a sentence when it does not become ready
   */
  public static DemoProcess start(BundledJar samples, String... options)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(samples.file(), options)).redirectErrorStream(true).start();
    CompletableFuture<@Nullable String> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready), "loopscope-demo-output");
    reader.setDaemon(true);
    reader.start();
    DemoProcess demo = new DemoProcess(process, reader);
    try {
      demo.await(ready);
      return demo;
    } catch (IOException | InterruptedException e) {
      demo.close();
      throw e;
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  private static List<String> command(Path jar, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    if (Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS) {
      // Netty 4.1 uses Unsafe and the agent is loaded on purpose: newer JDKs warn about both.
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("-XX:+EnableDynamicAgentLoading");
    }
    command.add("-cp");
    command.add(jar.toString());
    command.add("dev.loopscope.samples.SamplesMain");
    command.add("demo");
    command.add("--exit-with-stdin");
    command.addAll(List.of(options));
    return command;
  }

  private void await(CompletableFuture<@Nullable String> ready)
      throws IOException, InterruptedException {
    try {
      ready.get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(cause.getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException(
          "The demo was not ready after "
              + START.toSeconds()
              + " s. Is the machine very busy?"
              + " Try again.",
          e);
    }
  }

  /** Reads all that the sample prints, so that it never waits for a full pipe. */
  private static void read(Process process, CompletableFuture<@Nullable String> ready) {
    Deque<String> said = new ArrayDeque<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("READY")) {
          ready.complete(line);
        }
        said.addLast(line);
        if (said.size() > LAST_WORDS) {
          said.removeFirst();
        }
      }
      ready.completeExceptionally(
          new IOException(
              "The demo ended before it was ready. It said: " + String.join(" ", said)));
    } catch (IOException e) {
      ready.completeExceptionally(new IOException("The demo cannot be read: " + e.getMessage(), e));
    }
  }

  /** Ends the sample and its clients; waits for it, but not for ever. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // Its end of the pipe is gone already, so it is ending by itself.
      process.destroy();
    }
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join(END.toMillis());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
