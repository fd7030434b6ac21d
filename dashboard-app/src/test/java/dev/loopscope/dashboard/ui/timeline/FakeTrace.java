package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Activity;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.LoopState.Totals;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** A trace that tests fill by hand: small, slow and obviously right. One thread. */
public final class FakeTrace implements Trace {

  private static final Totals NO_TOTALS = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, -1);

  private final Map<Integer, Loop> loops = new TreeMap<>();
  private final Map<Integer, List<Run>> runs = new HashMap<>();
  private final Map<Integer, List<Group>> groups = new HashMap<>();
  private final Map<Integer, OpenRun> open = new HashMap<>();
  private final Map<Integer, String> types = new HashMap<>();
  private final Map<Integer, Stack> stacks = new HashMap<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Stall> stalls = new ArrayList<>();
  private TimeSpan extent = TimeSpan.EMPTY;
  private long version = 1;

  public FakeTrace extent(long from, long to) {
    extent = new TimeSpan(from, to);
    version++;
    return this;
  }

  public FakeTrace loop(int id, String name, String group) {
    return loop(id, name, group, "netty-nio", "Netty 4.1.135");
  }

  public FakeTrace loop(int id, String name, String group, String kind, String detail) {
    loops.put(id, new Loop(id, name, group, kind, id, detail));
    version++;
    return this;
  }

  public FakeTrace type(int id, String name) {
    types.put(id, name);
    return this;
  }

  public FakeTrace run(int loop, long id, long parent, int type, RunKind kind, long from, long to) {
    return run(
        loop,
        new Run(
            id, parent, type, kind, Outcome.DONE, Math.max(1, from - 1_000), 0, from, to, 0, 1));
  }

  public FakeTrace run(int loop, Run run) {
    runs.computeIfAbsent(loop, unused -> new ArrayList<>()).add(run);
    version++;
    return this;
  }

  public FakeTrace open(int loop, OpenRun run) {
    open.put(loop, run);
    version++;
    return this;
  }

  public FakeTrace group(int loop, Group group) {
    groups.computeIfAbsent(loop, unused -> new ArrayList<>()).add(group);
    version++;
    return this;
  }

  public FakeTrace pause(Pause pause) {
    pauses.add(pause);
    version++;
    return this;
  }

  public FakeTrace gap(Gap gap) {
    gaps.add(gap);
    version++;
    return this;
  }

  public FakeTrace stall(Stall stall) {
    stalls.add(stall);
    version++;
    return this;
  }

  public FakeTrace stack(Stack stack) {
    stacks.put(stack.id(), stack);
    return this;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public @Nullable Hello hello() {
    return null;
  }

  @Override
  public Settings settings() {
    return Settings.DEFAULT;
  }

  @Override
  public TimeSpan extent() {
    return extent;
  }

  @Override
  public Coverage coverage() {
    return new Coverage(List.of());
  }

  @Override
  public @Nullable Stats stats() {
    return null;
  }

  @Override
  public List<LoopInfo> loops() {
    return loops.values().stream().map(this::info).toList();
  }

  @Override
  public @Nullable LoopInfo loop(int loop) {
    Loop found = loops.get(loop);
    return found == null ? null : info(found);
  }

  private LoopInfo info(Loop loop) {
    OpenRun current = open.get(loop.id());
    LoopState state =
        new LoopState(
            loop.id(),
            extent.toNanos(),
            current == null ? Activity.WAITING : Activity.RUNNING,
            current == null ? extent.toNanos() : current.startNanos(),
            current,
            0,
            NO_TOTALS);
    TimeSpan second =
        new TimeSpan(
            Math.max(extent.fromNanos(), extent.toNanos() - 1_000_000_000L), extent.toNanos());
    LoopSeries recent = series(loop.id(), second, 1);
    double busy = recent.busy().length == 0 ? 0 : recent.busy()[0];
    return new LoopInfo(loop, state, busy, Math.max(0, recent.lagMaxNanos()[0]), current != null);
  }

  @Override
  public String typeName(int type) {
    return types.getOrDefault(type, "type " + type);
  }

  @Override
  public @Nullable Stack stack(int stack) {
    return stacks.get(stack);
  }

  @Override
  public void lane(int loop, LaneCells out) {
    FakeLane lane = new FakeLane(out, Settings.DEFAULT_LIMIT_NANOS);
    groups.getOrDefault(loop, List.of()).forEach(lane::add);
    runs.getOrDefault(loop, List.of()).forEach(lane::add);
    OpenRun current = open.get(loop);
    if (current != null) {
      lane.addOpen(current, extent.toNanos());
    }
    for (Gap gap : gaps) {
      if (gap.loop() == loop) {
        lane.mark(gap.fromNanos(), gap.toNanos(), LaneCells.GAP);
      }
    }
  }

  @Override
  public List<Run> runs(int loop, TimeSpan span, long minDurationNanos, int max) {
    return runs.getOrDefault(loop, List.of()).stream()
        .filter(run -> span.overlaps(run.startNanos(), run.endNanos()))
        .filter(run -> run.durationNanos() >= minDurationNanos)
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
    runs.forEach(
        (loop, all) ->
            all.stream()
                .filter(run -> span.overlaps(run.startNanos(), run.endNanos()))
                .forEach(run -> each.accept(run, loop)));
  }

  @Override
  public @Nullable LocatedRun find(long runId) {
    for (Map.Entry<Integer, List<Run>> entry : runs.entrySet()) {
      for (Run run : entry.getValue()) {
        if (run.id() == runId) {
          return new LocatedRun(entry.getKey(), run);
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable Run neighbour(int loop, long nanos, boolean forward) {
    return runs.getOrDefault(loop, List.of()).stream()
        .filter(run -> forward ? run.startNanos() > nanos : run.startNanos() < nanos)
        .min(Comparator.comparingLong(run -> Math.abs(run.startNanos() - nanos)))
        .orElse(null);
  }

  @Override
  public TimeSpan detail(int loop) {
    return extent;
  }

  @Override
  public List<Pause> pauses(TimeSpan span) {
    return pauses.stream().filter(p -> span.overlaps(p.fromNanos(), p.toNanos())).toList();
  }

  @Override
  public List<Gap> gaps(TimeSpan span) {
    return gaps.stream().filter(g -> span.overlaps(g.fromNanos(), g.toNanos())).toList();
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
    double bucket = Math.max(1, (double) span.lengthNanos() / buckets);
    for (Run run : runs.getOrDefault(loop, List.of())) {
      int from = (int) Math.max(0, (run.startNanos() - span.fromNanos()) / bucket);
      int to = (int) Math.min(buckets - 1, (run.endNanos() - span.fromNanos()) / bucket);
      for (int b = from; b <= to; b++) {
        long start = span.fromNanos() + (long) (b * bucket);
        long inside =
            Math.min(run.endNanos(), start + (long) bucket) - Math.max(run.startNanos(), start);
        busy[b] += Math.max(0, inside) / bucket;
        max[b] = Math.max(max[b], run.endNanos() - Math.max(run.startNanos(), start));
        counts[b]++;
      }
    }
    for (int b = 0; b < buckets; b++) {
      p50[b] = (long) (max[b] * busy[b] / 4);
      p99[b] = (long) (max[b] * Math.min(1, busy[b] + 0.3));
    }
    return new LoopSeries(span, busy, p50, p99, max, counts);
  }

  @Override
  public long memoryBytes() {
    return 0;
  }
}
