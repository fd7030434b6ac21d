package dev.loopscope.agent.bench;

import dev.loopscope.agent.bench.program.work.WorkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Attaches to programs at work and detaches again, a hundred times each, and looks at what is left:
 * threads, classes, memory, and throughput beside a twin that never was attached.
 *
 * <p>The twins are compared in many short turns before the first attach and after the last detach;
 * the ratio after is told over that before, beside how far single turns differed before. What a
 * first attach leaves for good, such as the probe's classes, is there at the 10th: growth counts
 * from then on.
 *
 * <p>Code that was given up and compiled again need not be as fast as it was, whoever had the JVM
 * do so. So both twins are at last compared with nearly all of their code compiled again, some
 * times, without the agent: what the visits cost for good is still there then.
 *
 * <p>Arguments: {@code times=100 stay=20 turns=12 millis=200 warmup=4000 settle=2000}; {@code stay}
 * is how many milliseconds the agent is there each time, {@code warmup} and {@code settle} how many
 * each twin works before the turns. {@code only=HTTP} for one program, or one of {@link WorkKind}.
 * {@code times=0} never attaches: how far two twins drift apart by themselves.
 */
public final class AttachTimes100 {
  private static final String HTTP = "HTTP";

  /** Each time the compiler may choose otherwise. */
  private static final int RECOMPILATIONS = 5;

  private static final int TURNS_OF_EACH = 4;

  private final Plan plan;
  private final List<String> rows = new ArrayList<>();

  private record Plan(long times, long stay, long turns, long millis, long warmup, long settle) {}

  private AttachTimes100(Plan plan) {
    this.plan = plan;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    Plan plan =
        new Plan(
            given.take("times", 100),
            given.take("stay", 20),
            Math.max(given.take("turns", 12), 1),
            given.take("millis", 200),
            given.take("warmup", 4_000),
            given.take("settle", 2_000));
    Predicate<String> only = given.takeChoice("only");
    given.refuseUnknown();
    AttachTimes100 measurement = new AttachTimes100(plan);
    measurement.measureAll(only);
    Machine.print("AttachTimes100");
    measurement.print();
  }

  private void measureAll(Predicate<String> only) throws Exception {
    if (only.test(HTTP)) {
      try (Twins twins = new Twins()) {
        measure(HTTP, twins.servers());
      }
    }
    for (WorkKind kind : WorkKind.values()) {
      if (!only.test(kind.name())) {
        continue;
      }
      if (Runtime.version().feature() < kind.firstJdk()) {
        Machine.line("%s: not measured, needs JDK %d", kind, kind.firstJdk());
        continue;
      }
      try (Twins twins = new Twins()) {
        measure(kind.name(), twins.steady(kind));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing was chosen: only= takes HTTP or one of " + List.of(WorkKind.values()) + '.');
    }
  }

  private void measure(String name, List<Twin> twins) throws Exception {
    Twin never = twins.get(0);
    Twin visited = twins.get(1);
    TwinTurns before = turns(never, visited, plan.warmup());
    AttachVisits visits = new AttachVisits(visited.jvm(), plan.stay());
    visits.look();
    if (plan.times() > 0) {
      visits.make(visited, plan.times());
    }
    TwinTurns after = turns(never, visited, plan.settle());
    Conclusion byTime = new Conclusion(before.byTime(), after.byTime());
    Conclusion byCpu = new Conclusion(before.byCpu(), after.byCpu());
    TwinTurns recompiled = recompiled(never, visited);
    Conclusion againByTime = new Conclusion(before.byTime(), recompiled.byTime());
    Conclusion againByCpu = new Conclusion(before.byCpu(), recompiled.byCpu());
    Machine.line("%s: %d attaches and detaches of %.0f ms", name, visits.made(), visits.millis());
    visits.looks().forEach((time, held) -> Machine.line("  after %d: %s", time, held));
    Machine.line("  throughput, visited / never, before: %s", before.byTime().spread("%.3f"));
    Machine.line("  the same, after: %s", after.byTime().spread("%.3f"));
    Machine.line("  after over before, by time: %s; by CPU time: %s", byTime, byCpu);
    Machine.line(
        "  never attached, compiled again / before, by CPU time: %s",
        new Conclusion(before.neverByCpu(), recompiled.neverByCpu()));
    Machine.line("  both compiled again: %s; by CPU time: %s", againByTime, againByCpu);
    rows.add(
        String.join(
            " | ",
            name,
            visits.row(),
            byTime.toString(),
            byCpu.toString(),
            againByTime.toString(),
            againByCpu.toString()));
  }

  private TwinTurns recompiled(Twin never, Twin visited) throws Exception {
    TwinTurns turns = new TwinTurns();
    for (int i = 0; i < RECOMPILATIONS; i++) {
      never.jvm().recompile();
      visited.jvm().recompile();
      never.warm(plan.settle());
      visited.warm(plan.settle());
      turns.measureMore(never, visited, TURNS_OF_EACH, plan.millis());
    }
    return turns;
  }

  private TwinTurns turns(Twin never, Twin visited, long warmMillis) throws Exception {
    never.warm(warmMillis);
    visited.warm(warmMillis);
    return TwinTurns.measure(never, visited, plan.turns(), plan.millis());
  }

  /** A table to be copied, from the 10th attach on or, in shorter runs, from before the first. */
  private void print() {
    System.out.println(
        "| program | an attach with its detach | "
            + Footprint.COLUMNS
            + " | throughput after / before | the same by CPU time"
            + " | both compiled again / before | the same by CPU time |");
    for (String row : rows) {
      System.out.println("| " + row + " |");
    }
  }
}
