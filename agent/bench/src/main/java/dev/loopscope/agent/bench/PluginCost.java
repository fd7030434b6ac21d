package dev.loopscope.agent.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What each plugin adds to a task, and to what an application does by itself with what is hooked:
 * {@link TaskBenchmark} and {@link ThreadBenchmark} without and with the packed agent, in turns.
 *
 * <p>Arguments: {@code rounds=1 millis=400} (time of each of five measurements), {@code
 * only=SUBMIT} for one {@link TaskWay} or {@link ThreadAct}.
 */
public final class PluginCost {
  private static final double FIXED_BUDGET_NANOS = 15;
  private static final double ITERATION_BUDGET_NANOS = 200;
  private static final int FIRST_VIRTUAL = 21;

  /** Two spinning threads leave the compiler little of two cores, so it is given time. */
  private static final int WARMUPS = 4;

  private static final double MEDIAN = 50;

  private final Path folder;
  private final int millis;

  private final Predicate<String> only;

  private final RecordedRuns recorded = new RecordedRuns();
  private final List<Double> clock = new ArrayList<>();
  private final Map<Measured, List<Double>> without = new LinkedHashMap<>();
  private final Map<Measured, List<Double>> with = new LinkedHashMap<>();

  private PluginCost(Path folder, int millis, Predicate<String> only) {
    this.folder = folder;
    this.millis = millis;
    this.only = only;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    long rounds = given.take("rounds", 1);
    int millis = (int) given.take("millis", 400);
    Predicate<String> only = given.takeChoice("only");
    given.refuseUnknown();
    Path folder = Files.createTempDirectory("loopscope-bench");
    PluginCost cost = new PluginCost(folder, millis, only);
    try {
      for (int round = 0; round < rounds; round++) {
        cost.measure();
      }
      cost.print();
    } finally {
      Files.delete(folder);
    }
  }

  private List<Measured> chosen() {
    List<Measured> chosen =
        all().stream().filter(what -> what.parameters().values().stream().anyMatch(only)).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing was chosen: only= takes one of "
              + List.of(TaskWay.values())
              + " or "
              + List.of(ThreadAct.values())
              + '.');
    }
    return chosen;
  }

  private static List<Measured> all() {
    List<Measured> all = new ArrayList<>();
    for (TaskWay way : TaskWay.values()) {
      all.add(Measured.lifecycle(way, ""));
    }
    for (TaskWay way : TaskWay.values()) {
      if (way != TaskWay.PEKKO) { // with a full mailbox one turn has several messages
        all.add(Measured.run(way, ""));
      }
    }
    for (TaskWay way : List.of(TaskWay.EXECUTE, TaskWay.SUBMIT)) {
      all.add(Measured.lifecycle(way, "pool-origins"));
      all.add(Measured.run(way, "pool-origins"));
    }
    for (ThreadAct act : ThreadAct.values()) {
      if (act != ThreadAct.YIELD) {
        all.add(Measured.act(act, ThreadHome.PLAIN, ""));
      }
    }
    all.add(Measured.act(ThreadAct.OFFER_AND_TAKE, ThreadHome.WORKER, ""));
    if (Runtime.version().feature() >= FIRST_VIRTUAL) {
      all.add(Measured.act(ThreadAct.YIELD, ThreadHome.VIRTUAL, ""));
      all.add(Measured.act(ThreadAct.YIELD, ThreadHome.VIRTUAL, "mounts"));
      all.add(Measured.act(ThreadAct.OFFER_AND_TAKE, ThreadHome.VIRTUAL, ""));
    }
    return all;
  }

  private void measure() throws Exception {
    clock.add(score(options("TaskBenchmark.nanoTime")));
    for (Measured what : chosen()) {
      add(without, what, score(what.choose(options(what.benchmark()))));
      Path recording = folder.resolve("run.loopscope");
      String agent = "-javaagent:" + AgentJar.path() + "=record=" + recording + what.agentOptions();
      add(with, what, score(what.choose(options(what.benchmark())).jvmArgsAppend(agent)));
      recorded.add(recording);
      Files.delete(recording);
    }
  }

  private static void add(Map<Measured, List<Double>> to, Measured what, double score) {
    to.computeIfAbsent(what, absent -> new ArrayList<>()).add(score);
  }

  private ChainedOptionsBuilder options(String benchmark) {
    return new OptionsBuilder()
        .include("\\." + benchmark.replace(".", "\\.") + "$")
        .measurementTime(TimeValue.milliseconds(millis))
        .warmupIterations(WARMUPS)
        .warmupTime(TimeValue.milliseconds(millis * 3L))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
  }

  private static double score(ChainedOptionsBuilder options) throws RunnerException {
    // a median, because one late compilation or one lost core makes an iteration many times longer
    return new Runner(options.build())
        .runSingle()
        .getPrimaryResult()
        .getStatistics()
        .getPercentile(MEDIAN);
  }

  private void print() {
    double nanoTime = Numbers.of(clock).median();
    Machine.print("PluginCost");
    Machine.line("nanoTime %.1f ns", nanoTime);
    without.forEach((what, scores) -> print(what, scores, nanoTime));
    Machine.line("%s (a lost record costs less than a written one)", recorded);
    if (Runtime.version().feature() < FIRST_VIRTUAL) {
      Machine.line("virtual threads: not measured, this JDK has none");
    }
  }

  private void print(Measured what, List<Double> scores, double nanoTime) {
    double before = Numbers.of(scores).median();
    double after = Numbers.of(with.getOrDefault(what, List.of())).median();
    Machine.line(
        "%s: without %.1f ns, with %.1f ns, added %.1f ns, %s",
        what.words(), before, after, after - before, what.budget(nanoTime));
  }

  /**
   * One thing to measure.
   *
   * @param detail what the agent watches besides, empty for nothing
   */
  private record Measured(
      String benchmark, Map<String, String> parameters, String words, String detail) {

    static Measured lifecycle(TaskWay way, String detail) {
      return task("TaskBenchmark.lifecycle", way, "all on one thread", detail);
    }

    static Measured run(TaskWay way, String detail) {
      return task("TaskBenchmark.run", way, "on the thread that runs it", detail);
    }

    private static Measured task(String benchmark, TaskWay way, String where, String detail) {
      return new Measured(
          benchmark, Map.of("way", way.name()), words(way.words + ", " + where, detail), detail);
    }

    private static String words(String words, String detail) {
      return detail.isEmpty() ? words : words + ", detail=" + detail;
    }

    static Measured act(ThreadAct act, ThreadHome home, String detail) {
      return new Measured(
          "ThreadBenchmark.act",
          Map.of("act", act.name(), "home", home.name()),
          words(act.words + ", " + home.words, detail),
          detail);
    }

    ChainedOptionsBuilder choose(ChainedOptionsBuilder options) {
      parameters.forEach(options::param);
      return options;
    }

    String agentOptions() {
      return detail.isEmpty() ? "" : ",detail=" + detail;
    }

    String budget(double nanoTime) {
      if (benchmark.startsWith("TaskBenchmark")) {
        double nanos = 2 * nanoTime + FIXED_BUDGET_NANOS;
        return String.format(java.util.Locale.ROOT, "budget %.1f ns", nanos);
      }
      return parameters.containsValue(ThreadAct.SELECT.name())
          ? String.format(java.util.Locale.ROOT, "budget %.1f ns", ITERATION_BUDGET_NANOS)
          : "no budget: no task";
    }
  }
}
