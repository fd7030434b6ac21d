package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A program in a JVM of its own that answers commands, and the agent's way into it. */
final class TargetJvm implements AutoCloseable {
  static final Path AGENT = Path.of(System.getProperty("loopscope.agentJar"));

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final PrintWriter commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> output = java.util.Collections.synchronizedList(new ArrayList<>());

  private TargetJvm(Process process) {
    this.process = process;
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    Thread reader = new Thread(this::read, "target-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program and waits until it is ready.
   *
   * @param libraries directory of jars for its class path
   */
  static TargetJvm start(
      Jdk jdk, Path libraries, List<String> jvmOptions, Class<?> program, String... arguments)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(jdk.java().toString()));
    line.addAll(jvmOptions);
    line.add("-cp");
    line.add(Path.of("target", "test-classes") + ":" + libraries + "/*");
    line.add(program.getName());
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    TargetJvm target = new TargetJvm(process);
    target.awaitAnswer("ready");
    return target;
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        output.add(line);
        answers.add(line);
      }
    } catch (IOException e) {
      output.add("(output ended: " + e.getMessage() + ")");
    }
  }

  private void awaitAnswer(String expected) {
    while (!nextAnswer().equals(expected)) {
      // what the JVM itself prints comes before it
    }
  }

  private String nextAnswer() {
    try {
      String answer = answers.poll(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
      return answer == null ? fail("the program does not answer; it said %s", output) : answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the program", e);
    }
  }

  /** Sends a command and waits for its answer. */
  String ask(String command) {
    answers.clear();
    commands.println(command);
    return nextAnswer();
  }

  /** Asks until the answer is as expected, or fails with the last one. */
  void awaitAnswer(String command, Predicate<String> expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String answer = ask(command);
    while (!expected.test(answer) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      answer = ask(command);
    }
    assertThat(answer).as(command).matches(expected);
  }

  /** Asks until the answer is this one, or fails with the last one. */
  void awaitSame(String command, String expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String answer = ask(command);
    while (!answer.equals(expected) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      answer = ask(command);
    }
    assertThat(answer).as(() -> command + "; " + ask("loops")).isEqualTo(expected);
  }

  /**
   * Loads the agent, once for each argument, and waits each time until it watches; its status is
   * what the program's {@code status} command answers then.
   */
  void loadAgent(String... argumentsInTurn) throws Exception {
    load(AGENT, true, argumentsInTurn);
  }

  /** Loads any agent, once for each argument, and waits for nothing. */
  void load(Path jar, String... argumentsInTurn) throws Exception {
    load(jar, false, argumentsInTurn);
  }

  private void load(Path jar, boolean waits, String... argumentsInTurn) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
    try {
      for (String arguments : argumentsInTurn) {
        machine.loadAgent(jar.toRealPath().toString(), arguments);
        if (waits) {
          awaitWatching(machine);
        }
      }
    } finally {
      machine.detach();
    }
  }

  /** The watcher is made after an attach is over. */
  private static void awaitWatching(VirtualMachine machine) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (isStarting(machine)) {
      assertThat(System.nanoTime()).as("still starting").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static boolean isStarting(VirtualMachine machine) throws IOException {
    return "starting".equals(machine.getSystemProperties().getProperty("loopscope.agent"));
  }

  /** Everything the program and its JVM printed so far. */
  List<String> output() {
    return List.copyOf(output);
  }

  /** Lets the program end by itself. */
  void exit() {
    commands.println("exit");
    process.onExit().join();
  }

  /** Kills the program at once. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The jars of a framework, by the name of its folder in {@code agent/it/frameworks}. */
  static Path framework(String name) throws IOException {
    Path directory = Path.of(System.getProperty("loopscope.frameworks"), name, "target", "lib");
    try (Stream<Path> jars = Files.list(directory)) {
      assertThat(jars).as("jars of %s", name).isNotEmpty();
    }
    return directory;
  }

  static Path netty(String line) throws IOException {
    return framework("netty-" + line);
  }
}
