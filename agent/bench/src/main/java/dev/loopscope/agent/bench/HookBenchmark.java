package dev.loopscope.agent.bench;

import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopePoints;
import dev.loopscope.agent.probe.LoopscopePolls;
import dev.loopscope.agent.probe.LoopscopeRecord;
import dev.loopscope.agent.probe.LoopscopeRing;
import dev.loopscope.agent.probe.LoopscopeTasks;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hooks alone, called as woven code calls them, on classes under their own names (in the target
 * they live in {@code java.lang}, where they read a thread's number a little faster).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HookBenchmark {
  private static final int CALLS = 1024;
  private static final String KIND = "bench";
  private static final int RANK = 2;
  private static final long RING_BYTES = 64L << 20;

  private final Runnable task = HookBenchmark::doNothing;
  private final long[] drained = new long[LoopscopeLoops.RING_RECORDS * LoopscopeRecord.LONGS];

  @Setup
  public void turnOn() {
    LoopscopeLoops.reset(RING_BYTES);
    LoopscopePoints.turnOn();
  }

  private static void doNothing() {}

  /** A full ring would not be written any more. */
  @TearDown(Level.Invocation)
  public void drain() {
    LoopscopeLoop loop = LoopscopeLoops.find();
    LoopscopeRing ring = loop == null ? null : loop.ring();
    if (ring != null) {
      ring.drain(drained, LoopscopeLoops.RING_RECORDS);
    }
  }

  @TearDown
  public void turnOff() {
    LoopscopePoints.turnOff();
    LoopscopeLoops.reset(0);
  }

  /** Start and end, the end of one task being the start of the next: one clock reading. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void startAndEnd() {
    LoopscopePolls.batchEnter(KIND, RANK, 0);
    for (int i = 0; i < CALLS; i++) {
      LoopscopeTasks.enter(task, KIND, RANK, 0).run();
      LoopscopeTasks.exit(null);
    }
    LoopscopePolls.batchExit();
  }

  /** Submitted, start and end, all on the loop's thread: two clock readings. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void lifecycle() {
    Thread self = Thread.currentThread();
    LoopscopePolls.batchEnter(KIND, RANK, 0);
    for (int i = 0; i < CALLS; i++) {
      run(LoopscopeTasks.submit(task, self, false));
    }
    LoopscopePolls.batchExit();
  }

  private static void run(@Nullable Runnable queued) {
    if (queued != null) {
      LoopscopeTasks.enter(queued, KIND, RANK, 0).run();
      LoopscopeTasks.exit(null);
    }
  }

  /** A wait, the I/O phase and the turn to an empty queue: three clock readings. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void iteration() {
    for (int i = 0; i < CALLS; i++) {
      LoopscopePolls.enter(null, KIND, RANK, 0);
      LoopscopePolls.exit(0);
      LoopscopePolls.batchEnter(KIND, RANK, 0);
      LoopscopePolls.batchExit();
    }
  }

  @Benchmark
  public long nanoTime() {
    return System.nanoTime();
  }
}
