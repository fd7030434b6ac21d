package dev.loopscope.agent.bench;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.loopscope.agent.bench.program.BlankAgent;
import dev.loopscope.agent.bench.program.RemakeAgent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this jar in a JVM of its own, which answers commands. For one thread. */
final class ChildJvm implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;

  private ChildJvm(Process process) {
    this.process = process;
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a program with the class path of this process and waits until it is ready. */
  static ChildJvm start(List<String> jvmOptions, Class<?> program, Object... arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvmOptions);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    for (Object argument : arguments) {
      line.add(String.valueOf(argument));
    }
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    ChildJvm child = new ChildJvm(process);
    while (!child.nextLine().equals("ready")) {
      // what the JVM itself says comes before it
    }
    return child;
  }

  private String nextLine() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The measured program ended too early; see its error above.");
    }
    return line;
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @throws IOException when the program ended or says that it failed
   */
  String ask(String command) throws IOException {
    commands.println(command);
    String answer = nextLine();
    if (answer.startsWith("failed: ")) {
      throw new IOException("The measured program could not '" + command + "': " + answer);
    }
    return answer;
  }

  /** Asks for numbers, separated by blanks. */
  long[] askNumbers(String command) throws IOException {
    return java.util.Arrays.stream(ask(command).split(" ", -1))
        .mapToLong(Long::parseLong)
        .toArray();
  }

  long pid() {
    return process.pid();
  }

  /** A connection to the JVM, through which agents are loaded. */
  VirtualMachine attach() throws IOException {
    try {
      return VirtualMachine.attach(String.valueOf(process.pid()));
    } catch (AttachNotSupportedException e) {
      throw new IOException("The measured program cannot be attached: " + e.getMessage(), e);
    }
  }

  /** Loads the packed agent with these options, {@code detach} to take it out again. */
  void loadAgent(String options) throws IOException {
    VirtualMachine machine = attach();
    try {
      loadAgent(machine, options);
    } finally {
      machine.detach();
    }
  }

  /** Loads an agent that does nothing. */
  void loadBlankAgent() throws IOException {
    loadOther(BlankAgent.jar());
  }

  /** Has the JVM give up nearly all of its compiled code, without the measured agent. */
  void recompile() throws IOException {
    loadOther(RemakeAgent.jar());
  }

  private void loadOther(Path jar) throws IOException {
    VirtualMachine machine = attach();
    try {
      machine.loadAgent(jar.toString());
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new IOException("The agent could not be loaded: " + e.getMessage(), e);
    } finally {
      machine.detach();
      Files.delete(jar);
    }
  }

  /** Loads the packed agent through a connection that is open already. */
  static void loadAgent(VirtualMachine machine, String options) throws IOException {
    try {
      machine.loadAgent(AgentJar.path().toString(), options);
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new IOException("The agent could not be loaded: " + e.getMessage(), e);
    }
    String status = status(machine);
    if (status.startsWith("failed")) {
      throw new IOException("The agent did not start; it says: " + status);
    }
  }

  /** Waits until what looks for late loops is made, which loading the agent does not wait for. */
  static void awaitWatching(VirtualMachine machine) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (status(machine).equals("starting")) {
      if (System.nanoTime() > deadline) {
        throw new IOException("The agent did not begin to look for late loops.");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static String status(VirtualMachine machine) throws IOException {
    return machine.getSystemProperties().getProperty("loopscope.agent", "");
  }

  @Override
  public void close() {
    commands.close();
    process.destroy();
    process.onExit().join();
  }
}
