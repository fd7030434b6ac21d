package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.TraceStore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one picture asks of the store: 200 lanes of 1600 cells over a million runs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LaneQueryBenchmark {

  private static final int LANES = 200;
  private static final int CELLS = 1_600;
  private static final int RUNS_PER_LANE = 5_000;

  /** Share of the session that is visible: all of it, a tenth, a hundredth. */
  @Param({"1", "10", "100"})
  public int zoom;

  private final TraceStore store = new TraceStore();
  private final LaneCells cells = new LaneCells();
  private TimeSpan visible = TimeSpan.EMPTY;

  @Setup
  public void fill() {
    MadeUpRuns runs = new MadeUpRuns();
    runs.batches(LANES, LANES, RUNS_PER_LANE).forEach(store::accept);
    long middle = runs.newestNanos() / 2;
    visible = new TimeSpan(middle - middle / zoom, middle + middle / zoom);
  }

  @Benchmark
  public void allLanes(Blackhole seen) {
    for (int loop = 1; loop <= LANES; loop++) {
      cells.prepare(visible, CELLS);
      store.lane(loop, cells);
      seen.consume(cells);
    }
  }
}
