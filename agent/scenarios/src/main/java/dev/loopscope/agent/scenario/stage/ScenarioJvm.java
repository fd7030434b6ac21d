package dev.loopscope.agent.scenario.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.loopscope.agent.scenario.ScenarioProgram;
import dev.loopscope.protocol.Stall;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolver;
import io.netty.util.concurrent.EventExecutor;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link ScenarioProgram} in a JVM of its own. */
final class ScenarioJvm implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Newer JDKs warn of what Netty and attaching do; older ones do not know all of these. */
  private static final List<String> QUIET =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+EnableDynamicAgentLoading",
          "--sun-misc-unsafe-memory-access=allow");

  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;
  private final List<String> greeting = new ArrayList<>();

  ScenarioJvm(Path java, List<String> jvmOptions) throws IOException {
    List<String> line = new ArrayList<>(List.of(java.toString()));
    line.addAll(QUIET);
    line.addAll(jvmOptions);
    line.addAll(List.of("-cp", classPath(), ScenarioProgram.class.getName()));
    process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
    String said = nextLine();
    while (!said.equals("ready")) {
      greeting.add(said);
      said = nextLine();
    }
  }

  private static String classPath() {
    return Stream.of(
            ScenarioProgram.class,
            Stall.class,
            JsonFactory.class,
            EventLoop.class,
            EventExecutor.class,
            ByteBuf.class,
            AddressResolver.class)
        .map(ScenarioJvm::place)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The place of " + type + " is no path.", e);
    }
  }

  private String nextLine() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("The scenario program ended too early; see its error above.");
    }
    return line;
  }

  /** Sends a command and waits for its answer. */
  String ask(String command) throws IOException {
    commands.println(command);
    String answer = nextLine();
    if (answer.startsWith("failed: ")) {
      throw new IOException("The scenario program could not '" + command + "': " + answer);
    }
    return answer;
  }

  /** What the JVM itself said at its start. */
  List<String> greeting() {
    return List.copyOf(greeting);
  }

  long pid() {
    return process.pid();
  }

  void loadAgent(Path jar, String options) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid()));
      try {
        machine.loadAgent(jar.toRealPath().toString(), options);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new IOException("The agent could not be loaded: " + e.getMessage(), e);
    }
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    String status = ask("status");
    while (status.equals("starting")
        && System.nanoTime() < deadline) { // the watcher is made after the attach is over
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      status = ask("status");
    }
    if (!status.equals("watching")) {
      throw new IOException("The agent did not start; it says: " + status);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
