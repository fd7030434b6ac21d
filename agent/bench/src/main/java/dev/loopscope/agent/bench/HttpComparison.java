package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.HttpLoadProgram;
import dev.loopscope.agent.bench.program.HttpServerProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * CPU per request of a Netty HTTP server under load: never attached, attached, after detach.
 *
 * <p>Two servers run side by side and only one at a time is loaded. The first never sees the agent.
 * Before any attach both are compared, which shows how far two equal JVMs differ; every ratio is
 * divided by that. Then, in turns: the first, the second attached, the second detached, so that a
 * change of the machine meets all three alike. The CPU is that of the whole process, the agent's
 * threads included.
 *
 * <p>Arguments: {@code rounds=4 seconds=3 settle=8000 connections=32 underway=2 warmup=6}; {@code
 * settle} is how many milliseconds each phase runs before it is measured, so that what was woven is
 * compiled again. How much of the CPU the JVM's compilers still took is told apart.
 */
public final class HttpComparison implements AutoCloseable {
  private static final List<String> JVM =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads");

  /** Comparisons before any attach. */
  private static final int PAIRS_BEFORE = 2;

  private final long seconds;
  private final long settleMillis;
  private final String load;
  private final ChildJvm client = ChildJvm.start(JVM, HttpLoadProgram.class);
  private final ChildJvm never = ChildJvm.start(JVM, HttpServerProgram.class);
  private final ChildJvm visited = ChildJvm.start(JVM, HttpServerProgram.class);

  private HttpComparison(long seconds, long settleMillis, long connections, long underWay)
      throws IOException {
    this.seconds = seconds;
    this.settleMillis = settleMillis;
    load = " " + connections + " " + underWay;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long rounds = given.take("rounds", 4);
    long seconds = given.take("seconds", 3);
    long settle = given.take("settle", 8_000);
    long connections = given.take("connections", 32);
    long underWay = given.take("underway", 2);
    long warmup = given.take("warmup", 6);
    given.refuseUnknown();
    try (HttpComparison comparison = new HttpComparison(seconds, settle, connections, underWay)) {
      comparison.measure(rounds, warmup);
    }
  }

  private void measure(long rounds, long warmup) throws Exception {
    usage(never, warmup);
    usage(visited, warmup);
    Comparison before = new Comparison();
    for (int i = 0; i < PAIRS_BEFORE; i++) {
      before.add(usage(never, seconds), usage(visited, seconds));
    }
    Comparison attached = new Comparison();
    Comparison detached = new Comparison();
    List<Double> ownShare = new ArrayList<>();
    long lost = 0;
    for (int i = 0; i < rounds; i++) {
      Usage without = usage(never, seconds);
      FrameTally tally = new FrameTally();
      attached.add(without, usageAttached(tally));
      ownShare.add(tally.agentPercent());
      lost += tally.lost();
      detached.add(without, usage(visited, seconds));
    }
    Machine.print("HttpComparison");
    Machine.line("before any attach, second JVM / first: %s", before.cpu());
    Machine.line("CPU per request, never attached: %s us", attached.withoutMicros());
    Machine.line("CPU per request, attached / never: %s, budget 1.02", attached.cpu(before));
    Machine.line("CPU per request, detached / never: %s, budget 1.00", detached.cpu(before));
    Machine.line("the same without the JVM's compilers: %s", attached.settled(before));
    Machine.line("detached / never without the compilers: %s", detached.settled(before));
    Machine.line("requests/s, attached / never: %s", attached.rate(before));
    Machine.line("requests/s, detached / never: %s", detached.rate(before));
    Machine.line(
        "agent's own threads: %s %% of a core; lost %d runs",
        Numbers.of(ownShare).spread("%.1f"), lost);
  }

  private Usage usageAttached(FrameTally tally) throws Exception {
    try (FramePort port = new FramePort(tally)) {
      visited.loadAgent(port.agentOptions());
      Usage usage = usage(visited, seconds);
      visited.loadAgent("detach");
      return usage;
    }
  }

  private Usage usage(ChildJvm server, long forSeconds) throws Exception {
    client.ask("load " + server.ask("port") + load);
    TimeUnit.MILLISECONDS.sleep(settleMillis);
    long[] from = server.askNumbers("usage");
    long compilersBefore = ThreadCpu.compilerNanos(server.pid());
    TimeUnit.SECONDS.sleep(forSeconds);
    long[] to = server.askNumbers("usage");
    long compilers = ThreadCpu.compilerNanos(server.pid()) - compilersBefore;
    client.ask("idle");
    return new Usage(to[0] - from[0], to[1] - from[1], compilers, to[2] - from[2]);
  }

  @Override
  public void close() {
    client.close();
    never.close();
    visited.close();
  }

  /**
   * What a server did in a while.
   *
   * @param compilerNanos what of {@code cpuNanos} the JVM's compilers used
   */
  private record Usage(long requests, long cpuNanos, long compilerNanos, long nanos) {
    double cpuPerRequest() {
      return (double) cpuNanos / requests;
    }

    double settledCpuPerRequest() {
      return (double) (cpuNanos - compilerNanos) / requests;
    }

    double rate() {
      return (double) requests / nanos;
    }
  }

  /** Measurements of two servers, one right after the other. */
  private static final class Comparison {
    private static final double MICRO_NANOS = 1e3;

    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> settled = new ArrayList<>();
    private final List<Double> rate = new ArrayList<>();
    private final List<Double> without = new ArrayList<>();

    void add(Usage first, Usage second) {
      cpu.add(second.cpuPerRequest() / first.cpuPerRequest());
      settled.add(second.settledCpuPerRequest() / first.settledCpuPerRequest());
      rate.add(second.rate() / first.rate());
      without.add(first.cpuPerRequest() / MICRO_NANOS);
    }

    String withoutMicros() {
      return Numbers.of(without).spread("%.2f");
    }

    String cpu() {
      return Numbers.of(cpu).spread("%.3f");
    }

    String cpu(Comparison before) {
      return relative(cpu, before.cpu);
    }

    String settled(Comparison before) {
      return relative(settled, before.settled);
    }

    String rate(Comparison before) {
      return relative(rate, before.rate);
    }

    private static String relative(List<Double> ratios, List<Double> before) {
      double base = Numbers.of(before).median();
      return Numbers.of(ratios.stream().map(ratio -> ratio / base).toList()).spread("%.3f");
    }
  }
}
