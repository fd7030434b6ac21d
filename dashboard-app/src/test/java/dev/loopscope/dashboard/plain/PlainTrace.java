package dev.loopscope.dashboard.plain;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every frame and answers by looking through all. It draws nothing: lanes and series are
 * empty.
 */
public class PlainTrace implements Trace, Consumer<Frame> {

  private final Map<Integer, Definitions.Loop> loops = new TreeMap<>();
  private final Map<Integer, LoopState> states = new TreeMap<>();
  private final Map<Integer, String> types = new TreeMap<>();
  private final Map<Integer, Stack> stacks = new TreeMap<>();
  private final Map<Integer, List<Run>> runs = new TreeMap<>();
  private final Map<Integer, List<GroupBatch.Group>> groups = new TreeMap<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<Long, Stall> stalls = new LinkedHashMap<>();
  private @Nullable Hello hello;
  private Settings settings = Settings.DEFAULT;
  private Coverage coverage = new Coverage(List.of());
  private @Nullable Stats stats;
  private TimeSpan extent = TimeSpan.EMPTY;
  private boolean over;
  private long version;
  private long looks;

  @Override
  public synchronized void accept(Frame frame) {
    version++;
    if (frame instanceof Hello first) {
      hello = first;
      settings = first.settings();
      extent = new TimeSpan(first.attachedNanos(), first.attachedNanos());
    } else if (frame instanceof Definitions names) {
      names.loops().forEach(loop -> loops.put(loop.id(), loop));
      names.types().forEach(type -> types.put(type.id(), type.className()));
      names.stacks().forEach(stack -> stacks.put(stack.id(), stack));
    } else if (frame instanceof Command.Configure configure) {
      settings = configure.settings();
    } else if (frame instanceof Coverage newest) {
      coverage = newest;
    } else {
      acceptData(frame);
    }
  }

  private void acceptData(Frame frame) {
    if (frame instanceof RunBatch batch) {
      for (int i = 0; i < batch.runs().size(); i++) {
        runs.computeIfAbsent(batch.loop(), loop -> new ArrayList<>()).add(batch.runs().run(i));
        reach(batch.runs().endNanos(i));
      }
    } else if (frame instanceof GroupBatch batch) {
      for (GroupBatch.Group group : batch.groups()) {
        groups.computeIfAbsent(batch.loop(), loop -> new ArrayList<>()).add(group);
        reach(group.toNanos());
      }
    } else if (frame instanceof LoopState state) {
      states.put(state.loop(), state);
      reach(state.atNanos());
    } else if (frame instanceof Pause pause) {
      pauses.add(pause);
      reach(pause.toNanos());
    } else if (frame instanceof Gap gap) {
      gaps.add(gap);
      reach(gap.toNanos());
    } else if (frame instanceof Stall stall) {
      stalls.put(stall.id(), stall);
      reach(Math.max(stall.detectedNanos(), stall.endNanos()));
    } else if (frame instanceof Stats newest) {
      stats = newest;
      reach(newest.atNanos());
    } else if (frame instanceof Bye bye) {
      reach(bye.atNanos());
      over = true;
    }
  }

  /** No more frames come. */
  public synchronized void end() {
    over = true;
    version++;
  }

  @Override
  public synchronized boolean isOver() {
    return over;
  }

  private void reach(long nanos) {
    extent = new TimeSpan(extent.fromNanos(), Math.max(extent.toNanos(), nanos));
  }

  @Override
  public synchronized long version() {
    return version;
  }

  @Override
  public synchronized @Nullable Hello hello() {
    return hello;
  }

  @Override
  public synchronized Settings settings() {
    return settings;
  }

  @Override
  public synchronized TimeSpan extent() {
    return extent;
  }

  @Override
  public synchronized Coverage coverage() {
    return coverage;
  }

  @Override
  public synchronized @Nullable Stats stats() {
    return stats;
  }

  @Override
  public synchronized List<LoopInfo> loops() {
    List<LoopInfo> all = new ArrayList<>();
    loops.values().forEach(loop -> all.add(new LoopInfo(loop, states.get(loop.id()), 0, 0, false)));
    return all;
  }

  @Override
  public synchronized @Nullable LoopInfo loop(int loop) {
    Definitions.Loop names = loops.get(loop);
    return names == null ? null : new LoopInfo(names, states.get(loop), 0, 0, false);
  }

  @Override
  public synchronized String typeName(int type) {
    return types.getOrDefault(type, "type " + type);
  }

  @Override
  public synchronized @Nullable Stack stack(int stack) {
    return stacks.get(stack);
  }

  @Override
  public void lane(int loop, LaneCells out) {
    out.prepare(out.span(), out.size());
  }

  /** How often somebody asked for runs. */
  public synchronized long looks() {
    return looks;
  }

  @Override
  public synchronized List<Run> runs(int loop, TimeSpan span, long minDurationNanos, int max) {
    looks++;
    return runs.getOrDefault(loop, List.of()).stream()
        .filter(run -> span.overlaps(run.startNanos(), run.endNanos()))
        .filter(run -> run.durationNanos() >= minDurationNanos)
        .limit(max)
        .toList();
  }

  @Override
  public synchronized List<GroupBatch.Group> groups(int loop, TimeSpan span, int max) {
    return groups.getOrDefault(loop, List.of()).stream()
        .filter(group -> span.overlaps(group.fromNanos(), group.toNanos()))
        .limit(max)
        .toList();
  }

  @Override
  public synchronized void forEachRun(TimeSpan span, ObjLongConsumer<Run> each) {
    runs.forEach(
        (loop, all) ->
            all.stream()
                .filter(run -> span.overlaps(run.startNanos(), run.endNanos()))
                .forEach(run -> each.accept(run, loop)));
  }

  @Override
  public synchronized @Nullable LocatedRun find(long runId) {
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
  public synchronized @Nullable Run neighbour(int loop, long nanos, boolean forward) {
    throw new UnsupportedOperationException("not needed here");
  }

  @Override
  public synchronized TimeSpan detail(int loop) {
    return extent;
  }

  @Override
  public synchronized List<Pause> pauses(TimeSpan span) {
    return pauses.stream().filter(p -> span.overlaps(p.fromNanos(), p.toNanos())).toList();
  }

  @Override
  public synchronized List<Gap> gaps(TimeSpan span) {
    return gaps.stream().filter(g -> span.overlaps(g.fromNanos(), g.toNanos())).toList();
  }

  @Override
  public synchronized List<Stall> stalls() {
    return List.copyOf(stalls.values());
  }

  @Override
  public LoopSeries series(int loop, TimeSpan span, int buckets) {
    double[] busy = new double[buckets];
    Arrays.fill(busy, Double.NaN);
    long[] unknown = new long[buckets];
    Arrays.fill(unknown, -1);
    return new LoopSeries(span, busy, unknown, unknown.clone(), unknown.clone(), new long[buckets]);
  }

  @Override
  public long memoryBytes() {
    return 0;
  }
}
