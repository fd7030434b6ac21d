package dev.loopscope.agent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the agent adds to a task and to an iteration of a Netty loop: {@link NettyLoopBenchmark}
 * without and with the packed agent, in turns, beside the cost of the clock in the same run.
 *
 * <p>Arguments: {@code rounds=2 millis=500} (time of each of five measurements).
 */
public final class LoopCost {
  private static final double FIXED_BUDGET_NANOS = 15;
  private static final double ITERATION_BUDGET_NANOS = 200;

  private final Path folder;
  private final int millis;
  private final Map<String, List<Double>> without = new TreeMap<>();
  private final Map<String, List<Double>> with = new TreeMap<>();
  private final RecordedRuns recorded = new RecordedRuns();

  private LoopCost(Path folder, int millis) {
    this.folder = folder;
    this.millis = millis;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long rounds = given.take("rounds", 2);
    int millis = (int) given.take("millis", 500);
    given.refuseUnknown();
    Path folder = Files.createTempDirectory("loopscope-bench");
    LoopCost cost = new LoopCost(folder, millis);
    try {
      for (int round = 0; round < rounds; round++) {
        cost.measureWithout();
        cost.measureWith();
      }
      cost.print();
    } finally {
      Files.delete(folder);
    }
  }

  private void measureWithout() throws RunnerException {
    collect(new Runner(options(".*").build()).run(), without);
  }

  /** One recording for each benchmark: a fork is a process of its own. */
  private void measureWith() throws RunnerException, IOException {
    for (String name : List.of("runFromOutside", "submitFromOutside", "runFromInside", "iterate")) {
      Path recording = folder.resolve(name + ".loopscope");
      String agent = "-javaagent:" + AgentJar.path() + "=record=" + recording;
      collect(new Runner(options(name).jvmArgsAppend(agent).build()).run(), with);
      recorded.add(recording);
      Files.delete(recording);
    }
  }

  private ChainedOptionsBuilder options(String name) {
    return new OptionsBuilder()
        .include(NettyLoopBenchmark.class.getSimpleName() + "\\." + name)
        .measurementTime(TimeValue.milliseconds(millis))
        .warmupTime(TimeValue.milliseconds(millis * 3L / 2))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
  }

  private static void collect(Collection<RunResult> results, Map<String, List<Double>> into) {
    for (RunResult result : results) {
      into.computeIfAbsent(result.getPrimaryResult().getLabel(), label -> new ArrayList<>())
          .add(result.getPrimaryResult().getScore());
    }
  }

  private void print() {
    double clock = median(without, "nanoTime");
    double perTask = 2 * clock + FIXED_BUDGET_NANOS;
    Machine.print("LoopCost");
    Machine.line("nanoTime %.1f ns", clock);
    print("task from inside, whole lifecycle, loop thread", "runFromInside", perTask);
    print("task from outside, loop thread", "runFromOutside", perTask);
    print("task from outside, submitter's thread", "submitFromOutside", perTask);
    print("loop iteration", "iterate", ITERATION_BUDGET_NANOS);
    Machine.line("%s (a lost record costs less than a written one)", recorded);
  }

  private void print(String what, String name, double budget) {
    double before = median(without, name);
    double after = median(with, name);
    Machine.line(
        "%s: without %.1f ns, with %.1f ns, added %.1f ns, budget %.1f ns",
        what, before, after, after - before, budget);
  }

  private static double median(Map<String, List<Double>> results, String name) {
    return Numbers.of(results.getOrDefault(name, List.of())).median();
  }
}
