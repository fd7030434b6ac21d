package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.VertxProgram;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How soon a blocked Vert.x loop is told of: by Loopscope, when the first frame that names the
 * culprit has come to another process, and by Vert.x's own checker in the same program, when its
 * line and its first stack are logged. All times are from the start of the block by the program's
 * own clock, which is the same in all processes of a Linux machine.
 *
 * <p>Arguments: {@code blocks=30} with a checker that looks as often as is sensible, {@code
 * slow=10} with the checker as it is by default, which needs longer blocks.
 */
public final class BlockToVerdict {

  private static final long BLOCK_MILLIS = 300;

  /** Vert.x logs a stack after 5 s, and looks once a second. */
  private static final long SLOW_BLOCK_MILLIS = 6_500;

  /** A run that began so close to a block is that block: others are further away. */
  private static final long SAME_NANOS = 50_000_000L;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final List<Stall> stalls = new ArrayList<>();
  private final List<Long> arrivals = new ArrayList<>();

  private BlockToVerdict() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    int blocks = (int) given.take("blocks", 30);
    int slow = (int) given.take("slow", 10);
    given.refuseUnknown();
    Machine.print("BlockToVerdict");
    new BlockToVerdict()
        .measure("Vert.x told 50 ms, looking every 10 ms", blocks, BLOCK_MILLIS, 50, 10, 50);
    new BlockToVerdict().measure("Vert.x by default", slow, SLOW_BLOCK_MILLIS, -1, -1, -1);
  }

  private synchronized void saw(Frame frame) {
    if (frame instanceof Stall stall && stall.culpritStack() != 0) {
      stalls.add(stall);
      arrivals.add(System.nanoTime());
      notifyAll();
    }
  }

  private void measure(
      String what, int blocks, long millis, long limit, long interval, long stackAfter)
      throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> line = new ArrayList<>();
    List<Double> stack = new ArrayList<>();
    try (FramePort port = new FramePort(this::saw);
        ChildJvm target =
            ChildJvm.start(List.of("-Xmx256m"), VertxProgram.class, limit, interval, stackAfter)) {
      target.loadAgent(port.agentOptions());
      target.ask("block 100"); // ends the select that was entered before the attach
      for (int i = 0; i < blocks; i++) {
        long[] moments = target.askNumbers("block " + millis);
        add(ours, moments[0], arrivalOf(moments[0]));
        add(line, moments[0], moments[1]);
        add(stack, moments[0], moments[2]);
      }
    }
    Machine.line("%s, blocks of %d ms, from the start of the block:", what, millis);
    Machine.line("  Loopscope's frame with the culprit: %s", distribution(ours, blocks));
    Machine.line("  Vert.x's first line:                %s", distribution(line, blocks));
    Machine.line("  Vert.x's first stack:               %s", distribution(stack, blocks));
  }

  private static void add(List<Double> times, long start, long moment) {
    if (moment != 0) {
      times.add((moment - start) / 1e6);
    }
  }

  /** When the first frame of the block that began then came; 0 when none did. */
  private synchronized long arrivalOf(long start) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      for (int i = 0; i < stalls.size(); i++) {
        Stall stall = stalls.get(i);
        if (Math.abs(stall.run().startNanos() - start) < SAME_NANOS) {
          return arrivals.get(i);
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return 0;
      }
      wait(left);
    }
  }

  private static String distribution(List<Double> millis, int blocks) {
    if (millis.isEmpty()) {
      return "never in " + blocks;
    }
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "min %.0f, p50 %.0f, p90 %.0f, max %.0f ms, %d of %d",
        sorted.get(0),
        sorted.get((sorted.size() - 1) / 2),
        sorted.get((sorted.size() - 1) * 9 / 10),
        sorted.get(sorted.size() - 1),
        sorted.size(),
        blocks);
  }
}
