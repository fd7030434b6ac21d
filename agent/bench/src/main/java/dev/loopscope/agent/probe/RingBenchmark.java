package dev.loopscope.agent.probe;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A record into a ring: in this package, because only loops write to rings. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RingBenchmark {
  private static final int RECORDS = 4096;

  private final LoopscopeRing ring = new LoopscopeRing(LoopscopeLoops.RING_RECORDS);
  private final long[] drained = new long[RECORDS * LoopscopeRecord.LONGS];

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void write() {
    long header = LoopscopeRecord.header(LoopscopeRecord.KIND_TASK, 0, 7);
    for (int i = 0; i < RECORDS; i++) {
      ring.write(header, i, 0, i, 0, i, i, 1);
    }
  }

  @TearDown(Level.Invocation)
  public void drain() {
    ring.drain(drained, RECORDS);
  }
}
