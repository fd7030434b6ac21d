package dev.loopscope.protocol;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random frames of every type, extremes included. */
public final class AnyFrame {

  private static final int MAX_LIST = 5;

  private AnyFrame() {}

  public static Arbitrary<Frame> frames() {
    return Arbitraries.oneOf(
        List.of(
            hellos().map(f -> (Frame) f),
            definitions().map(f -> (Frame) f),
            coverages().map(f -> (Frame) f),
            AnyRun.batches().map(f -> (Frame) f),
            groupBatches().map(f -> (Frame) f),
            gaps().map(f -> (Frame) f),
            loopStates().map(f -> (Frame) f),
            pauses().map(f -> (Frame) f),
            stalls().map(f -> (Frame) f),
            pinned().map(f -> (Frame) f),
            virtualThreads().map(f -> (Frame) f),
            facts().map(f -> (Frame) f),
            warnings().map(f -> (Frame) f),
            stats().map(f -> (Frame) f),
            byes().map(f -> (Frame) f),
            settings().map(Command.Configure::new),
            Arbitraries.just(new Command.Detach())));
  }

  public static Arbitrary<Hello> hellos() {
    Arbitrary<ProcessInfo> process =
        Combinators.combine(longs(), texts(), texts(), texts(), texts(), indexes(), longs())
            .as(ProcessInfo::new);
    Arbitrary<Version> version = indexes().map(minor -> new Version(1, minor));
    Arbitrary<Clock> clock = Combinators.combine(longs(), longs()).as(Clock::new);
    return Combinators.combine(
            version, texts(), process, clock, longs(), settings(), texts().list().ofMaxSize(3))
        .as(Hello::new);
  }

  static Arbitrary<Settings> settings() {
    return Combinators.combine(
            longs(), limits(), limits(), longs(), texts().list().ofMaxSize(MAX_LIST))
        .as(Settings::new);
  }

  private static Arbitrary<Map<String, Long>> limits() {
    return Arbitraries.maps(texts(), longs()).ofMaxSize(MAX_LIST);
  }

  static Arbitrary<Definitions> definitions() {
    Arbitrary<Definitions.Loop> loops =
        Combinators.combine(indexes(), texts(), texts(), texts(), longs(), texts())
            .as(Definitions.Loop::new);
    Arbitrary<Definitions.TaskType> types =
        Combinators.combine(indexes(), texts()).as(Definitions.TaskType::new);
    Arbitrary<Definitions.StackFrame> frames =
        Combinators.combine(
                texts(),
                texts(),
                texts(),
                Arbitraries.integers(),
                Arbitraries.of(Definitions.Origin.class))
            .as(Definitions.StackFrame::new);
    Arbitrary<Definitions.Stack> stacks =
        Combinators.combine(indexes(), frames.list().ofMaxSize(MAX_LIST))
            .as(Definitions.Stack::new);
    return Combinators.combine(
            loops.list().ofMaxSize(MAX_LIST),
            types.list().ofMaxSize(MAX_LIST),
            stacks.list().ofMaxSize(MAX_LIST))
        .as(Definitions::new);
  }

  static Arbitrary<Coverage> coverages() {
    return Combinators.combine(
            texts(),
            texts(),
            texts(),
            texts(),
            Arbitraries.of(Coverage.PointState.class),
            longs(),
            texts())
        .as(Coverage.Point::new)
        .map(AnyFrame::reachedOnlyIfCovered)
        .list()
        .ofMaxSize(MAX_LIST)
        .map(Coverage::new);
  }

  private static Coverage.Point reachedOnlyIfCovered(Coverage.Point point) {
    return point.state() == Coverage.PointState.UNCOVERED
        ? new Coverage.Point(
            point.plugin(),
            point.framework(),
            point.point(),
            point.location(),
            point.state(),
            0,
            point.note())
        : point;
  }

  static Arbitrary<GroupBatch> groupBatches() {
    Arbitrary<GroupBatch.TypeTotal> totals =
        Combinators.combine(indexes(), longs(), longs()).as(GroupBatch.TypeTotal::new);
    Arbitrary<GroupBatch.Group> groups =
        Combinators.combine(
                Arbitraries.longs().between(Long.MIN_VALUE, Long.MAX_VALUE / 2),
                Arbitraries.longs().between(0, Long.MAX_VALUE / 2),
                longs().array(long[].class).ofSize(7),
                indexes(),
                totals.list().ofMaxSize(Limits.MAX_TYPES_PER_GROUP))
            .as(
                (from, length, n, type, types) ->
                    new GroupBatch.Group(
                        from,
                        from + length,
                        n[0],
                        n[1],
                        n[2],
                        n[3],
                        n[4],
                        n[5],
                        type,
                        n[6],
                        types));
    return Combinators.combine(
            indexes(), groups.list().ofMaxSize(MAX_LIST), histograms(), histograms())
        .as(GroupBatch::new);
  }

  public static Arbitrary<LogHistogram> histograms() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, LogHistogram.BUCKETS - 1),
            Arbitraries.longs().between(1, Long.MAX_VALUE / 100))
        .ofMaxSize(20)
        .map(
            counts -> {
              LogHistogram histogram = new LogHistogram();
              counts.forEach(histogram::add);
              return histogram;
            });
  }

  static Arbitrary<Gap> gaps() {
    return Combinators.combine(indexes(), longs(), longs(), longs(), texts()).as(Gap::new);
  }

  static Arbitrary<LoopState> loopStates() {
    Arbitrary<LoopState.Totals> totals =
        longs()
            .array(long[].class)
            .ofSize(10)
            .map(
                n ->
                    new LoopState.Totals(
                        n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9]));
    return Combinators.combine(
            indexes(),
            longs(),
            Arbitraries.of(LoopState.Activity.class),
            longs(),
            AnyRun.openRuns().injectNull(0.5),
            longs(),
            totals)
        .as(LoopState::new);
  }

  static Arbitrary<Pause> pauses() {
    return Combinators.combine(Arbitraries.of(Pause.Cause.class), longs(), longs(), texts())
        .as(Pause::new);
  }

  static Arbitrary<Stall> stalls() {
    Arbitrary<List<Stall.Sample>> samples =
        Combinators.combine(longs(), indexes(), Arbitraries.of(Thread.State.class))
            .as(Stall.Sample::new)
            .list()
            .ofMaxSize(MAX_LIST);
    Arbitrary<List<Stall.Share>> shares =
        Combinators.combine(Arbitraries.of(Stall.Cause.class), longs(), texts(), texts())
            .as(Stall.Share::new)
            .list()
            .ofMaxSize(MAX_LIST);
    return Combinators.combine(
            longs().array(long[].class).ofSize(4),
            indexes(),
            AnyRun.openRuns(),
            samples,
            indexes(),
            Arbitraries.integers(),
            shares,
            holders())
        .as(
            (n, loop, run, taken, stack, frame, causes, holders) ->
                new Stall(
                    n[0],
                    loop,
                    run,
                    n[1],
                    n[2],
                    n[3],
                    taken,
                    stack,
                    frame,
                    causes,
                    holders,
                    !holders.isEmpty()));
  }

  private static Arbitrary<List<Stall.Holder>> holders() {
    return Combinators.combine(
            texts(), longs(), texts(), indexes(), Arbitraries.of(Thread.State.class), indexes())
        .as(Stall.Holder::new)
        .list()
        .ofMaxSize(MAX_LIST);
  }

  static Arbitrary<Pinned> pinned() {
    return Combinators.combine(
            indexes(),
            longs(),
            longs(),
            texts(),
            longs(),
            indexes(),
            Arbitraries.integers(),
            texts())
        .as(Pinned::new);
  }

  static Arbitrary<VirtualThreads> virtualThreads() {
    return longs()
        .array(long[].class)
        .ofSize(8)
        .map(n -> new VirtualThreads(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]));
  }

  static Arbitrary<LoopFacts> facts() {
    Arbitrary<List<LoopFacts.Hot>> hottest =
        Combinators.combine(texts(), longs(), longs())
            .as(LoopFacts.Hot::new)
            .list()
            .ofMaxSize(MAX_LIST);
    return Combinators.combine(indexes(), longs(), longs(), longs(), longs(), hottest)
        .as(LoopFacts::new);
  }

  static Arbitrary<Warning> warnings() {
    return Combinators.combine(indexes(), longs(), texts(), texts()).as(Warning::new);
  }

  static Arbitrary<Stats> stats() {
    return Combinators.combine(longs().array(long[].class).ofSize(12), texts())
        .as(
            (n, error) ->
                new Stats(
                    n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11],
                    error));
  }

  static Arbitrary<Bye> byes() {
    return Combinators.combine(longs(), Arbitraries.of(Bye.Reason.class), texts()).as(Bye::new);
  }

  static Arbitrary<Long> longs() {
    return Arbitraries.longs();
  }

  static Arbitrary<Integer> indexes() {
    return Arbitraries.integers().between(0, Integer.MAX_VALUE);
  }

  /** Texts of any characters but halves of pairs, which no encoding can carry. */
  static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(20).filter(AnyFrame::isWhole);
  }

  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
