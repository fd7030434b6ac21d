package dev.loopscope.agent.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a thread of the application's own does where hooks are. On a thread apart, because JMH's own
 * threads are a pool's workers. Run by {@link PluginCost}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-Djdk.virtualThreadScheduler.parallelism=1"})
public class ThreadBenchmark {
  /** Does something on the measured thread. */
  @Benchmark
  @OperationsPerInvocation(TaskBenchmark.TASKS)
  public void act(Acting acting) {
    acting.gate.open();
    acting.gate.awaitDone();
  }

  /** A thread that is held, then does one thing for some turns, then sleeps. */
  @State(Scope.Benchmark)
  public static class Acting implements Runnable {
    @Param public ThreadAct act = ThreadAct.SELECT;
    @Param public ThreadHome home = ThreadHome.PLAIN;

    private final Gate gate = new Gate();
    private volatile @Nullable Thread thread;
    private volatile int batch;

    @Setup
    public void begin() {
      home.start(this);
    }

    @Setup(Level.Invocation)
    public void hold() {
      LockSupport.parkNanos(TaskBenchmark.PAUSE_NANOS);
      gate.close();
      nextBatch();
      LockSupport.unpark(thread);
      gate.awaitHeld();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the benchmark's thread writes
    private void nextBatch() {
      batch++;
    }

    @Override
    public void run() {
      thread = Thread.currentThread();
      try {
        ThreadAct.Act opened = act.open();
        for (int done = 0; ; done++) {
          while (batch == done) {
            LockSupport.park(this);
          }
          gate.hold();
          for (int i = 0; i < TaskBenchmark.TASKS; i++) {
            opened.once();
          }
          gate.done();
        }
      } catch (Exception e) {
        throw new IllegalStateException("The measured thread failed.", e);
      }
    }
  }
}
