package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.HttpLoadProgram;
import dev.loopscope.agent.bench.program.HttpServerProgram;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * CPU per request of a Netty HTTP server under load: never attached, attached, after detach.
 *
 * <p>Two servers run side by side and only one at a time is loaded, in short turns, so that a
 * change of the machine meets both alike. The first never sees the agent. Before any attach both
 * are compared, which shows how far two equal JVMs differ; every ratio is divided by that. The same
 * with other JVMs, because each compiles in its own way.
 *
 * <p>Arguments: {@code jvms=2 turns=12 millis=1000 warmup=10 settle=10 connections=32 underway=2};
 * {@code warmup} and {@code settle} are how many seconds each server is loaded before the first
 * turn, and after attach and detach, so that what was woven is compiled again.
 */
public final class HttpComparison implements AutoCloseable {
  private static final List<String> JVM =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads");

  /** How long a server is loaded again before a turn is measured. */
  private static final long RAMP_MILLIS = 200;

  private final Plan plan;
  private final ChildJvm client = ChildJvm.start(JVM, HttpLoadProgram.class);
  private final ChildJvm never = ChildJvm.start(JVM, HttpServerProgram.class);
  private final ChildJvm visited = ChildJvm.start(JVM, HttpServerProgram.class);

  private record Plan(
      long turns, long millis, long warmup, long settle, long connections, long underWay) {}

  private HttpComparison(Plan plan) throws IOException {
    this.plan = plan;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long jvms = given.take("jvms", 2);
    Plan plan =
        new Plan(
            given.take("turns", 12),
            given.take("millis", 1_000),
            given.take("warmup", 10),
            given.take("settle", 10),
            given.take("connections", 32),
            given.take("underway", 2));
    given.refuseUnknown();
    Machine.print("HttpComparison");
    for (int i = 1; i <= jvms; i++) {
      Machine.line("JVMs, pair %d of %d:", i, jvms);
      try (HttpComparison comparison = new HttpComparison(plan)) {
        comparison.measure();
      }
    }
  }

  private void measure() throws Exception {
    usage(never, plan.warmup() * 1_000);
    usage(visited, plan.warmup() * 1_000);
    HttpTurns before = turns();
    FrameTally tally = new FrameTally();
    HttpTurns attached;
    try (FramePort port = new FramePort(tally)) {
      visited.loadAgent(port.agentOptions());
      usage(visited, plan.settle() * 1_000);
      attached = turns();
      visited.loadAgent("detach");
    }
    usage(visited, plan.settle() * 1_000);
    HttpTurns detached = turns();
    Machine.line("  CPU per request, never attached: %s us", before.firstMicros());
    for (HttpTurns.Part part : HttpTurns.Part.values()) {
      Machine.line("  %s:", part.words());
      Machine.line("    before any attach, second JVM / first: %s", before.ratio(part));
      Machine.line("    attached / never: %s", attached.ratio(part, before));
      Machine.line("    detached / never: %s", detached.ratio(part, before));
    }
    Machine.line("  requests/s, attached / never: %s", attached.rate(before));
    Machine.line("  requests/s, detached / never: %s", detached.rate(before));
    Machine.line(
        "  agent's own threads: %.1f %% of a core; lost %d runs",
        tally.agentPercent(), tally.lost());
  }

  private HttpTurns turns() throws Exception {
    HttpTurns turns = new HttpTurns();
    for (int i = 0; i < plan.turns(); i++) {
      turns.add(usage(never, plan.millis()), usage(visited, plan.millis()));
    }
    return turns;
  }

  private HttpTurns.Usage usage(ChildJvm server, long millis) throws Exception {
    client.ask("load " + server.ask("port") + " " + plan.connections() + " " + plan.underWay());
    TimeUnit.MILLISECONDS.sleep(RAMP_MILLIS);
    HttpTurns.Usage from = soFar(server);
    TimeUnit.MILLISECONDS.sleep(millis);
    HttpTurns.Usage to = soFar(server);
    client.ask("idle");
    return to.since(from);
  }

  private static HttpTurns.Usage soFar(ChildJvm server) throws IOException {
    long[] usage = server.askNumbers("usage");
    return new HttpTurns.Usage(
        usage[0],
        usage[1],
        ThreadCpu.compilerNanos(server.pid()),
        ThreadCpu.nettyLoopNanos(server.pid()),
        usage[2]);
  }

  @Override
  public void close() {
    client.close();
    never.close();
    visited.close();
  }
}
