package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.FloodProgram;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many runs a second come through from the loops to this process, and whether what is lost or
 * merged is told: the agent sends over a socket, this process decodes and counts, the program
 * counts for itself. At three rates, first with the usual budget of single runs and then with one
 * so high that nothing is merged.
 *
 * <p>Arguments: {@code seconds=8 loops=2}.
 */
public final class SustainedRate {
  private static final long[] RATES = {500_000, 1_000_000, 1_500_000};
  private static final String USUAL_BUDGET = "";
  private static final String NO_MERGING = ",budget=1000000000";

  private final FrameTally tally = new FrameTally();

  private SustainedRate() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long seconds = given.take("seconds", 8);
    long loops = given.take("loops", 2);
    given.refuseUnknown();
    Machine.print("SustainedRate");
    for (String budget : List.of(USUAL_BUDGET, NO_MERGING)) {
      for (long rate : RATES) {
        new SustainedRate().measure(rate, budget, seconds, loops);
      }
    }
  }

  private void measure(long rate, String budget, long seconds, long loops) throws Exception {
    try (FramePort port = new FramePort(tally);
        ChildJvm target = ChildJvm.start(List.of("-Xmx512m"), FloodProgram.class, loops)) {
      warmUp(target, rate);
      target.loadAgent(port.agentOptions() + budget);
      target.ask("flood " + rate);
      long began = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      target.ask("stop");
      double took = (System.nanoTime() - began) / 1e9;
      target.loadAgent("detach"); // sends what is left
      TimeUnit.MILLISECONDS.sleep(500);
      long ran = target.askNumbers("ran")[0];
      Machine.line(
          "asked for %,d runs/s, %s: ran %,.0f/s, tasks told %.4f %% of them;"
              + " single %,d, merged %,d, I/O phases %,d, lost %,d; agent %.0f %% of a core",
          rate,
          budget.isEmpty() ? "usual budget" : "nothing merged",
          ran / took,
          100.0 * tally.tasks() / ran,
          tally.single(),
          tally.merged(),
          tally.ioPhases(),
          tally.lost(),
          tally.agentPercent());
    }
  }

  private static void warmUp(ChildJvm target, long rate) throws Exception {
    target.ask("flood " + rate);
    TimeUnit.SECONDS.sleep(2);
    target.ask("stop");
  }
}
