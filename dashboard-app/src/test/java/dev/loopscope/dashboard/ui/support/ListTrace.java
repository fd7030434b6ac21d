package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.VirtualThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** A trace over plain lists: slow, obvious, and free to be changed by a test. */
public final class ListTrace implements Trace {

  public final List<LoopInfo> loops = new ArrayList<>();
  public final List<LocatedRun> runs = new ArrayList<>();
  public final Map<Integer, String> types = new LinkedHashMap<>();
  public final Map<Integer, Stack> stacks = new LinkedHashMap<>();
  public final Map<Integer, List<Group>> groups = new LinkedHashMap<>();
  public final List<Pinned> pinned = new ArrayList<>();
  public final List<VirtualThreads> virtualThreads = new ArrayList<>();
  public final Map<Integer, LoopFacts> facts = new LinkedHashMap<>();
  public final List<Pause> pauses = new ArrayList<>();
  public final List<Gap> gaps = new ArrayList<>();
  public final List<Stall> stalls = new ArrayList<>();
  public @Nullable Hello hello;
  public @Nullable Stats stats;
  public Coverage coverage = new Coverage(List.of());
  public volatile boolean over;
  public TimeSpan extent = TimeSpan.EMPTY;
  public Settings settings = Settings.DEFAULT;
  private long version;

  /** Says that the lists were changed. */
  public void changed() {
    version++;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public @Nullable Hello hello() {
    return hello;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public TimeSpan extent() {
    return extent;
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public @Nullable Stats stats() {
    return stats;
  }

  @Override
  public List<LoopInfo> loops() {
    return List.copyOf(loops);
  }

  @Override
  public @Nullable LoopInfo loop(int loop) {
    return loops.stream().filter(info -> info.id() == loop).findFirst().orElse(null);
  }

  @Override
  public String typeName(int type) {
    return types.getOrDefault(type, "type " + type);
  }

  @Override
  public @Nullable Stack stack(int stack) {
    return stacks.get(stack);
  }

  @SuppressWarnings("EnumOrdinal") // cells hold ordinals, as the protocol fixes them
  @Override
  public void lane(int loop, LaneCells out) {
    TimeSpan span = out.span();
    double perCell = (double) span.lengthNanos() / Math.max(1, out.size());
    for (LocatedRun located : runs) {
      Run run = located.run();
      if (located.loop() != loop || !span.overlaps(run.startNanos(), run.endNanos())) {
        continue;
      }
      int first = (int) Math.max(0, (run.startNanos() - span.fromNanos()) / perCell);
      int last = (int) Math.min(out.size() - 1.0, (run.endNanos() - span.fromNanos()) / perCell);
      boolean blocked = run.durationNanos() > settings.defaultLimitNanos();
      for (int i = first; i <= last; i++) {
        out.set(i, 255, run.kind().ordinal(), run.type(), 1, blocked ? LaneCells.BLOCKED : 0);
      }
    }
  }

  @Override
  public List<Run> runs(int loop, TimeSpan span, long minDurationNanos, int max) {
    return runs.stream()
        .filter(located -> located.loop() == loop)
        .map(LocatedRun::run)
        .filter(run -> run.durationNanos() >= minDurationNanos)
        .filter(run -> span.overlaps(run.startNanos(), run.endNanos()))
        .sorted(Comparator.comparingLong(Run::durationNanos).reversed())
        .limit(max)
        .sorted(Comparator.comparingLong(Run::startNanos))
        .toList();
  }

  @Override
  public List<Group> groups(int loop, TimeSpan span, int max) {
    return groups.getOrDefault(loop, List.of()).stream()
        .filter(group -> span.overlaps(group.fromNanos(), group.toNanos()))
        .limit(max)
        .toList();
  }

  @Override
  public void forEachRun(TimeSpan span, ObjLongConsumer<Run> each) {
    for (LocatedRun located : runs) {
      if (span.overlaps(located.run().startNanos(), located.run().endNanos())) {
        each.accept(located.run(), located.loop());
      }
    }
  }

  @Override
  public @Nullable LocatedRun find(long runId) {
    return runs.stream().filter(l -> l.run().id() == runId).findFirst().orElse(null);
  }

  @Override
  public @Nullable Run neighbour(int loop, long nanos, boolean forward) {
    Comparator<Run> byStart = Comparator.comparingLong(Run::startNanos);
    return runs.stream()
        .filter(located -> located.loop() == loop)
        .map(LocatedRun::run)
        .filter(run -> forward ? run.startNanos() > nanos : run.startNanos() < nanos)
        .min(forward ? byStart : byStart.reversed())
        .orElse(null);
  }

  @Override
  public TimeSpan detail(int loop) {
    return extent;
  }

  @Override
  public List<Pinned> pinned(TimeSpan span) {
    return pinned;
  }

  @Override
  public List<VirtualThreads> virtualThreads(TimeSpan span) {
    return virtualThreads;
  }

  @Override
  public @Nullable LoopFacts facts(int loop) {
    return facts.get(loop);
  }

  @Override
  public List<Pause> pauses(TimeSpan span) {
    return pauses.stream().filter(p -> span.overlaps(p.fromNanos(), p.toNanos())).toList();
  }

  @Override
  public List<Gap> gaps(TimeSpan span) {
    return gaps.stream().filter(gap -> span.overlaps(gap.fromNanos(), gap.toNanos())).toList();
  }

  @Override
  public List<Stall> stalls() {
    return List.copyOf(stalls);
  }

  @Override
  public LoopSeries series(int loop, TimeSpan span, int buckets) {
    double[] busy = new double[buckets];
    long[] p50 = new long[buckets];
    long[] p99 = new long[buckets];
    long[] max = new long[buckets];
    long[] counts = new long[buckets];
    long length = Math.max(1, span.lengthNanos());
    for (Run run : runs(loop, span, 0, Integer.MAX_VALUE)) {
      int i = (int) ((run.startNanos() - span.fromNanos()) * buckets / length);
      int bucket = Math.min(buckets - 1, Math.max(0, i));
      busy[bucket] += (double) run.durationNanos() * buckets / length;
      max[bucket] = Math.max(max[bucket], run.durationNanos());
      p99[bucket] = max[bucket] / 2;
      counts[bucket]++;
    }
    return new LoopSeries(span, busy, p50, p99, max, counts);
  }

  @Override
  public long memoryBytes() {
    return 1024L * 1024 + runs.size() * 32L;
  }
}
