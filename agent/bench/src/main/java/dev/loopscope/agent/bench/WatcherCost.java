package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.IdleLoopsProgram;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Stats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What the agent's own threads take of a core while the loops do nothing, and while some block
 * again and again: both threads together from the agent's own account, each from the system's. And
 * how long the JVM stood still meanwhile, by its own safepoint log, without the agent, with it and
 * under stalls, and how much of it for the operations by which the agent samples: a stack is only
 * taken while somebody is blocked. From JDK 21 on stacks are taken without such a stop.
 *
 * <p>Arguments: {@code seconds=10}, {@code only=16} for so many loops alone. Runs on the JDK that
 * runs it.
 */
public final class WatcherCost {
  /** What the JVM calls the taking of stacks and the search for deadlocks. */
  private static final Set<String> SAMPLING = Set.of("ThreadDump", "FindDeadlocks");

  private static final long SETTLE_SECONDS = 3;
  private static final long BLOCK_MILLIS = 200;
  private static final long BLOCK_EVERY_MILLIS = 500;

  private volatile long cpuNanos;
  private volatile long atNanos;

  private WatcherCost() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long seconds = given.take("seconds", 10);
    long only = given.take("only", 0);
    given.refuseUnknown();
    Machine.print("WatcherCost");
    for (int loops : new int[] {1, 16, 256}) {
      if (only == 0 || only == loops) {
        new WatcherCost().measure(loops, seconds);
      }
    }
  }

  private void saw(Frame frame) {
    if (frame instanceof Stats stats) {
      cpuNanos = stats.agentCpuNanos();
      atNanos = stats.atNanos();
    }
  }

  private void measure(int loops, long seconds) throws Exception {
    int blocked = Math.max(1, loops / 16);
    Path log = Files.createTempFile("safepoints", ".log");
    try (FramePort port = new FramePort(this::saw);
        ChildJvm target =
            ChildJvm.start(
                List.of("-Xmx256m", SafepointLog.option(log)), IdleLoopsProgram.class, loops)) {
      SafepointLog safepoints = new SafepointLog(log);
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      safepoints.skip();
      TimeUnit.SECONDS.sleep(seconds);
      Machine.line("%d loops waiting, no agent: %s", loops, stops(safepoints, seconds));

      target.loadAgent(port.agentOptions());
      measureAttached(target, safepoints, loops + " loops waiting", seconds);

      target.ask("block " + BLOCK_MILLIS + " " + BLOCK_EVERY_MILLIS + " " + blocked);
      String blocking = loops + " loops, " + blocked + " blocked for 200 ms twice a second";
      measureAttached(target, safepoints, blocking, seconds);
    } finally {
      Files.delete(log);
    }
  }

  private void measureAttached(ChildJvm target, SafepointLog safepoints, String what, long seconds)
      throws IOException, InterruptedException {
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    safepoints.skip();
    Sample from = sample(target.pid());
    TimeUnit.SECONDS.sleep(seconds);
    Sample to = sample(target.pid());
    Machine.line(
        "%s: own account %.2f %%, watcher %.2f %%, drain %.2f %% of a core,"
            + " budget of the watcher 1.5 %%; %s",
        what,
        percent(to.ownCpu - from.ownCpu, to.ownAt - from.ownAt),
        percent(to.watchCpu - from.watchCpu, to.at - from.at),
        percent(to.drainCpu - from.drainCpu, to.at - from.at),
        stops(safepoints, seconds));
  }

  /** How long the JVM stood still, and what for. */
  private static String stops(SafepointLog safepoints, long seconds) throws IOException {
    Map<String, Integer> operations = new TreeMap<>();
    Sum all = new Sum();
    Sum sampling = new Sum();
    for (SafepointLog.Stop stop : safepoints.stops()) {
      operations.merge(stop.operation(), 1, Integer::sum);
      all.add(stop.nanos());
      if (SAMPLING.contains(stop.operation())) {
        sampling.add(stop.nanos());
      }
    }
    return "stood still "
        + all.of(seconds)
        + ", for sampling "
        + sampling.of(seconds)
        + "; "
        + operations;
  }

  /** Stops added up. */
  private static final class Sum {
    private long nanos;
    private long longest;

    void add(long stopNanos) {
      nanos += stopNanos;
      longest = Math.max(longest, stopNanos);
    }

    String of(long seconds) {
      return String.format(
          java.util.Locale.ROOT,
          "%.3f ms a second, longest %.3f ms",
          nanos / 1e6 / seconds,
          longest / 1e6);
    }
  }

  private Sample sample(long pid) throws IOException {
    return new Sample(
        System.nanoTime(),
        ThreadCpu.nanos(pid, "loopscope-watch"),
        ThreadCpu.nanos(pid, "loopscope-drain"),
        atNanos,
        cpuNanos);
  }

  private static double percent(long cpu, long elapsed) {
    return 100.0 * cpu / elapsed;
  }

  private record Sample(long at, long watchCpu, long drainCpu, long ownAt, long ownCpu) {}
}
