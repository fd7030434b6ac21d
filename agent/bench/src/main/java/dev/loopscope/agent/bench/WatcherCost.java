package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.IdleLoopsProgram;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Stats;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the agent's own threads take of a core while the loops do nothing, and while one blocks
 * again and again: both threads together from the agent's own account, each from the system's.
 *
 * <p>Arguments: {@code seconds=10}.
 */
public final class WatcherCost {
  private static final long SETTLE_SECONDS = 4;
  private static final long BLOCK_MILLIS = 200;
  private static final long BLOCK_EVERY_MILLIS = 500;

  private volatile long cpuNanos;
  private volatile long atNanos;

  private WatcherCost() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long seconds = given.take("seconds", 10);
    given.refuseUnknown();
    Machine.print("WatcherCost");
    for (int loops : new int[] {1, 16, 64}) {
      new WatcherCost().measure(loops, false, seconds);
    }
    new WatcherCost().measure(1, true, seconds);
  }

  private void saw(Frame frame) {
    if (frame instanceof Stats stats) {
      cpuNanos = stats.agentCpuNanos();
      atNanos = stats.atNanos();
    }
  }

  private void measure(int loops, boolean blocking, long seconds) throws Exception {
    try (FramePort port = new FramePort(this::saw);
        ChildJvm target = ChildJvm.start(List.of("-Xmx128m"), IdleLoopsProgram.class, loops)) {
      target.loadAgent(port.agentOptions());
      if (blocking) {
        target.ask("block " + BLOCK_MILLIS + " " + BLOCK_EVERY_MILLIS);
      }
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      Sample from = sample(target.pid());
      TimeUnit.SECONDS.sleep(seconds);
      Sample to = sample(target.pid());
      Machine.line(
          "%d loops, %s: own account %.2f %%, watcher %.2f %%, drain %.2f %% of a core,"
              + " budget of the watcher 1.5 %%",
          loops,
          blocking ? "one blocked for 200 ms twice a second" : "all waiting",
          percent(to.ownCpu - from.ownCpu, to.ownAt - from.ownAt),
          percent(to.watchCpu - from.watchCpu, to.at - from.at),
          percent(to.drainCpu - from.drainCpu, to.at - from.at));
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
