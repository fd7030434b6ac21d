package dev.loopscope.samples.demo;

import dev.loopscope.samples.clients.ClientSettings;
import dev.loopscope.samples.clients.ClientsSample;
import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.SampleFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The clients in a process of their own: the same Java, the same class path.
 *
 * <p>It cannot outlive this process: its standard input is a pipe from here, and it ends when that
 * closes or when the server's connections do.
 */
final class ClientProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int GRACE_SECONDS = 4;

  /** From this version on the JVM warns of what Netty does unless it is told to allow it. */
  private static final int JDK_THAT_WARNS = 24;

  private final Process process;
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final Journal journal;

  private ClientProcess(Process process, Journal journal) {
    this.process = process;
    this.journal = journal;
    Thread reader = new Thread(this::readOutput, "clients-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts the process; its clients connect while the caller goes on.
   *
   * @param main the class that runs the samples by name
   * @throws SampleFailure if it cannot be started
   */
  static ClientProcess start(Class<?> main, ClientSettings settings, Journal journal)
      throws SampleFailure {
    try {
      Process process =
          new ProcessBuilder(command(main, settings))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new ClientProcess(process, journal);
    } catch (IOException e) {
      throw new SampleFailure("cannot start the clients' process: " + e.getMessage());
    }
  }

  private static List<String> command(Class<?> main, ClientSettings settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-XX:+UseSerialGC");
    if (Runtime.version().feature() >= JDK_THAT_WARNS) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of("chat-clients", "--exit-with-stdin"));
    command.addAll(settings.asArguments());
    return command;
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        journal.print("[clients] " + line);
        if (line.startsWith(ClientsSample.CONNECTED)) {
          connected.complete(null);
        }
      }
    } catch (IOException e) {
      journal.say("the clients' output cannot be read: %s", e);
    }
    connected.completeExceptionally(new IOException("their process ended"));
  }

  long pid() {
    return process.pid();
  }

  /**
   * Waits until every client has joined the chat.
   *
   * @throws SampleFailure if they do not within a minute
   */
  void awaitConnected() throws SampleFailure, InterruptedException {
    try {
      connected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new SampleFailure(
          "the clients did not connect: " + e.getCause() + "; the lines above say why");
    } catch (TimeoutException e) {
      throw new SampleFailure(
          "the clients did not connect within "
              + PATIENCE_SECONDS
              + " s; try fewer --clients on this machine");
    }
  }

  /** Tells the process to end by closing its input, ends it if it does not, and waits for that. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        journal.say("the clients' process did not end by itself");
      }
    } catch (IOException e) {
      journal.say("the clients' input cannot be closed: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly().onExit().join();
  }
}
