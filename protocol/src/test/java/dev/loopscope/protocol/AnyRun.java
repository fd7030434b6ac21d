package dev.loopscope.protocol;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random runs: any values the fields can hold, as long as no run ends before it starts. */
public final class AnyRun {

  private static final int MAX_RUNS = 50;

  private AnyRun() {}

  public static Arbitrary<RunBatch> batches() {
    Arbitrary<RunColumns> columns =
        runs().list().ofMaxSize(MAX_RUNS).map(runs -> RunColumns.of(runs.toArray(Run[]::new)));
    return Combinators.combine(AnyFrame.indexes(), columns).as(RunBatch::new);
  }

  static Arbitrary<Run> runs() {
    return Combinators.combine(
            longsOftenZero().array(long[].class).ofSize(6),
            AnyFrame.indexes(),
            Arbitraries.of(RunKind.class),
            Arbitraries.of(Outcome.class),
            Arbitraries.longs().between(Long.MIN_VALUE, Long.MAX_VALUE / 2),
            Arbitraries.longs().between(0, Long.MAX_VALUE / 2))
        .as(
            (n, type, kind, outcome, start, duration) ->
                new Run(
                    n[0],
                    n[1],
                    type,
                    kind,
                    outcome,
                    n[2],
                    n[3],
                    start,
                    start + duration,
                    n[4],
                    n[5]));
  }

  static Arbitrary<LoopState.OpenRun> openRuns() {
    return Combinators.combine(
            AnyFrame.longs().array(long[].class).ofSize(6),
            AnyFrame.indexes(),
            Arbitraries.of(RunKind.class))
        .as(
            (n, type, kind) ->
                new LoopState.OpenRun(n[0], n[1], type, kind, n[2], n[3], n[4], n[5]));
  }

  private static Arbitrary<Long> longsOftenZero() {
    return Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs());
  }
}
