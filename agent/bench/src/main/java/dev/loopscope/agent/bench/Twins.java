package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.HttpLoadProgram;
import dev.loopscope.agent.bench.program.HttpServerProgram;
import dev.loopscope.agent.bench.program.SteadyProgram;
import dev.loopscope.agent.bench.program.work.WorkKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Two equal processes, of which one never sees the agent. Only one of them works at a time. Both
 * have an agent that does nothing where any agent makes a difference.
 */
final class Twins implements AutoCloseable {
  // memory that is touched at the start does not look like growth later
  private static final List<String> JVM =
      List.of("-Xms128m", "-Xmx128m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch");
  private static final String CONNECTIONS = " 16 2";

  private final Deque<ChildJvm> started = new ArrayDeque<>();

  /** Netty HTTP servers, with one process that asks one of them at a time. */
  List<Twin> servers() throws IOException {
    ChildJvm client = start(HttpLoadProgram.class);
    return List.of(server(client), server(client));
  }

  /** Processes that keep loops of one kind busy by themselves. */
  List<Twin> steady(WorkKind kind) throws IOException {
    return List.of(steadyOne(kind), steadyOne(kind));
  }

  private Twin server(ChildJvm client) throws IOException {
    ChildJvm server = start(HttpServerProgram.class);
    return new Twin(server, client, "load " + server.ask("port") + CONNECTIONS, "idle");
  }

  private Twin steadyOne(WorkKind kind) throws IOException {
    ChildJvm jvm = start(SteadyProgram.class, kind.name());
    if (kind == WorkKind.VIRTUAL) {
      jvm.loadBlankAgent();
    }
    return new Twin(jvm, jvm, "go", "rest");
  }

  private ChildJvm start(Class<?> program, Object... arguments) throws IOException {
    ChildJvm child = ChildJvm.start(JVM, program, arguments);
    started.push(child);
    return child;
  }

  @Override
  public void close() {
    started.forEach(ChildJvm::close);
  }
}
