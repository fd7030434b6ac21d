package dev.loopscope.agent.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a process holds that does nothing, after collections.
 *
 * @param agentThreads threads of ours among them
 * @param heap bytes, as all that follow
 * @param metaspace without the class space
 * @param code compiled code and the JVM's own
 */
record Footprint(
    long threads,
    long agentThreads,
    LoadedClasses classes,
    long heap,
    long metaspace,
    long classSpace,
    long code) {
  private static final double MEGA = 1 << 20;

  /** The head of the columns of {@link #growth}. */
  static final String COLUMNS =
      "threads | threads of the agent | loaders of the agent | classes | heap, MB | metaspace, MB"
          + " | class space, MB | compiled code, MB";

  static Footprint of(ChildJvm jvm) throws IOException, InterruptedException {
    long[] held = jvm.askNumbers("footprint");
    return new Footprint(
        held[0],
        ThreadCpu.agentThreads(jvm.pid()),
        LoadedClasses.of(jvm.pid()),
        held[1],
        held[2],
        held[3],
        held[4]);
  }

  /** The one with fewer classes, the later one when both have as many. */
  Footprint fewerClasses(Footprint later) {
    return classes.all() < later.classes.all() ? this : later;
  }

  /** What it was and what it became, a column each. */
  static String growth(Footprint from, Footprint to) {
    return String.join(
        " | ",
        count(from, to, Footprint::threads),
        count(from, to, Footprint::agentThreads),
        count(from, to, held -> held.classes.agentLoaders()),
        count(from, to, held -> held.classes.all()),
        megabytes(from, to, Footprint::heap),
        megabytes(from, to, Footprint::metaspace),
        megabytes(from, to, Footprint::classSpace),
        megabytes(from, to, Footprint::code));
  }

  private static String count(Footprint from, Footprint to, ToLongFunction<Footprint> what) {
    return what.applyAsLong(from) + " → " + what.applyAsLong(to);
  }

  private static String megabytes(Footprint from, Footprint to, ToLongFunction<Footprint> what) {
    return String.format(
        Locale.ROOT, "%.2f → %.2f", what.applyAsLong(from) / MEGA, what.applyAsLong(to) / MEGA);
  }
}
