package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the frames of one session say, in bounded memory.
 *
 * <p>{@link #accept} is for one thread at a time; everything else for any thread. The same frames
 * give the same answers, whether they come live or from a recording.
 */
public final class TraceStore implements Trace {

  /** What a store may hold unless told otherwise. */
  public static final long DEFAULT_MEMORY_BYTES = 256L << 20;

  private static final int MAX_PAUSES = 100_000;
  private static final int MAX_GAPS = 100_000;

  private final Names names = new Names();
  private final Lanes lanes;
  private final ThreadLocal<LanePainter> painters = ThreadLocal.withInitial(LanePainter::new);
  private final Extent extent = new Extent();
  private final SpanList<Pause> pauses =
      new SpanList<>(MAX_PAUSES, Pause::fromNanos, Pause::toNanos);
  private final SpanList<Gap> gaps = new SpanList<>(MAX_GAPS, Gap::fromNanos, Gap::toNanos);
  private final StallList stalls = new StallList();
  private final Observations observations = new Observations();

  private volatile @Nullable Hello hello;
  private volatile Settings settings = Settings.DEFAULT;
  private volatile Coverage coverage = new Coverage(List.of());
  private volatile @Nullable Stats stats;
  private volatile boolean over;
  private final AtomicLong version = new AtomicLong();

  public TraceStore() {
    this(DEFAULT_MEMORY_BYTES);
  }

  /**
   * @param memoryBytes bound of what is kept of loops; single runs go first, the oldest before
   *     newer ones
   */
  public TraceStore(long memoryBytes) {
    lanes = new Lanes(memoryBytes);
  }

  /**
   * Says that the frames that will come tell only of the time from {@code nanos} on: they are a
   * part of a longer session. To be called before the first of them.
   */
  public void beginAt(long nanos) {
    extent.notBefore(nanos);
  }

  /** Takes in the next frame of the session. */
  public void accept(Frame frame) {
    if (frame instanceof RunBatch batch) {
      extent.reach(lanes.lane(batch.loop()).addRuns(batch.runs(), settings));
    } else if (frame instanceof GroupBatch batch) {
      extent.reach(lanes.lane(batch.loop()).addGroups(batch.groups()));
    } else if (frame instanceof LoopState state && state.loop() != 0) {
      lanes.lane(state.loop()).setState(state);
      extent.reach(state.atNanos());
    } else if (frame instanceof Definitions definitions) {
      definitions.loops().forEach(loop -> lanes.lane(loop.id()).define(loop));
      definitions.types().forEach(names::define);
      definitions.stacks().forEach(names::define);
    } else {
      acceptRare(frame);
    }
    lanes.trim();
    version.incrementAndGet();
  }

  /** Says that no more frames come, also when there was no good-bye. */
  public void end() {
    over = true;
    version.incrementAndGet();
  }

  private void acceptRare(Frame frame) {
    if (frame instanceof Hello first) {
      if (hello == null) {
        settings = first.settings();
      }
      hello = first;
      extent.start(first.attachedNanos());
    } else if (frame instanceof Command.Configure configure) {
      settings = configure.settings();
    } else if (frame instanceof Coverage newest) {
      coverage = newest;
    } else if (frame instanceof Stats newest) {
      stats = newest;
      extent.reach(newest.atNanos());
    } else if (frame instanceof Pause pause) {
      pauses.add(pause);
      extent.reach(pause.toNanos());
    } else if (frame instanceof Gap gap) {
      gaps.add(gap);
      extent.reach(gap.toNanos());
    } else if (frame instanceof Stall stall) {
      stalls.put(stall);
      if (stall.loop() != 0) {
        lanes.lane(stall.loop()).setStall(stall);
      }
      extent.reach(stall.isOpen() ? stall.detectedNanos() : stall.endNanos());
    } else if (frame instanceof Bye bye) {
      extent.reach(bye.atNanos());
      over = true;
    } else {
      observations.accept(frame, extent);
    }
  }

  @Override
  public long version() {
    return version.get();
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
  public TimeSpan extent() {
    return extent.span();
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
    TimeSpan known = extent.span();
    List<LoopInfo> infos = new ArrayList<>();
    lanes.all().forEach(lane -> infos.add(lane.info(known)));
    return infos;
  }

  @Override
  public @Nullable LoopInfo loop(int loop) {
    Lane lane = lanes.find(loop);
    return lane == null ? null : lane.info(extent.span());
  }

  @Override
  public String typeName(int type) {
    return names.type(type);
  }

  @Override
  public @Nullable Stack stack(int stack) {
    return names.stack(stack);
  }

  @Override
  public void lane(int loop, LaneCells out) {
    Lane lane = lanes.find(loop);
    if (out.span().isEmpty()) {
      return;
    }
    if (lane != null) {
      LanePainter painter = painters.get();
      painter.begin(out.span(), out.size());
      lane.paint(painter, out.size(), settings, extent.span().toNanos());
      painter.finish(out);
    }
    for (Gap gap : gaps.overlapping(out.span())) {
      if (gap.loop() == loop || gap.loop() == 0) {
        Cells.markSpan(out, gap.fromNanos(), gap.toNanos(), LaneCells.GAP);
      }
    }
  }

  @Override
  public List<Run> runs(int loop, TimeSpan span, long minDurationNanos, int max) {
    Lane lane = lanes.find(loop);
    return lane == null ? List.of() : lane.runs(span, minDurationNanos, max);
  }

  @Override
  public List<GroupBatch.Group> groups(int loop, TimeSpan span, int max) {
    Lane lane = lanes.find(loop);
    return lane == null ? List.of() : lane.groups(span, max);
  }

  @Override
  public void forEachRun(TimeSpan span, ObjLongConsumer<Run> each) {
    lanes.all().forEach(lane -> lane.forEachRun(span, each));
  }

  @Override
  public void forEachRun(int loop, TimeSpan span, Consumer<Run> each) {
    Lane lane = lanes.find(loop);
    if (lane != null) {
      lane.forEachRun(span, (run, unused) -> each.accept(run));
    }
  }

  @Override
  public @Nullable LocatedRun find(long runId) {
    for (Lane lane : lanes.all()) {
      Run run = lane.find(runId);
      if (run != null) {
        return new LocatedRun(lane.id(), run);
      }
    }
    return null;
  }

  @Override
  public @Nullable OpenRun openRun(int loop) {
    Lane lane = lanes.find(loop);
    return lane == null ? null : lane.openRun();
  }

  @Override
  public @Nullable Run neighbour(int loop, long nanos, boolean forward) {
    Lane lane = lanes.find(loop);
    return lane == null ? null : lane.neighbour(nanos, forward);
  }

  @Override
  public TimeSpan detail(int loop) {
    Lane lane = lanes.find(loop);
    return lane == null ? TimeSpan.EMPTY : lane.detail(extent.span());
  }

  @Override
  public List<Pause> pauses(TimeSpan span) {
    return pauses.overlapping(span);
  }

  @Override
  public List<Gap> gaps(TimeSpan span) {
    return gaps.overlapping(span);
  }

  @Override
  public List<Pinned> pinned(TimeSpan span) {
    return observations.pinned(span);
  }

  @Override
  public List<VirtualThreads> virtualThreads(TimeSpan span) {
    return observations.virtualThreads(span);
  }

  @Override
  public List<Warning> warnings(TimeSpan span) {
    return observations.warnings(span);
  }

  @Override
  public @Nullable LoopFacts facts(int loop) {
    return observations.facts(loop);
  }

  @Override
  public List<Stall> stalls() {
    return stalls.all();
  }

  @Override
  public LoopSeries series(int loop, TimeSpan span, int buckets) {
    Lane lane = lanes.find(loop);
    return lane == null || span.isEmpty()
        ? SeriesBuckets.unknown(span, buckets)
        : lane.series(span, buckets, extent.span(), painters.get());
  }

  @Override
  public LoopSeries series(List<Integer> loops, TimeSpan span, int buckets) {
    GroupSeries group = new GroupSeries(span, buckets, extent.span());
    for (int loop : span.isEmpty() ? List.<Integer>of() : loops) {
      Lane lane = lanes.find(loop);
      if (lane != null) {
        group.add(lane, painters.get());
      }
    }
    return group.series();
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public long memoryBytes() {
    return lanes.memoryBytes()
        + names.memoryBytes()
        + pauses.memoryBytes()
        + gaps.memoryBytes()
        + stalls.memoryBytes()
        + observations.memoryBytes();
  }
}
