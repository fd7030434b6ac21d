package dev.loopscope.agent.bench;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
 * What a task costs, by every way there is to give one: on the thread that runs it, and all of its
 * lifecycle on one thread, where each task gives the next. Run by {@link PluginCost}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-Djava.awt.headless=true"})
public class TaskBenchmark {
  /**
   * Few enough that a ring has room for several batches; enough that one wake-up does not count.
   */
  static final int TASKS = 4096;

  /** Pause before each batch, so that the agent's drain keeps up. */
  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** The clock, on which the budget is based. */
  @Benchmark
  public long nanoTime() {
    return System.nanoTime();
  }

  /** Gives a task and runs it, on the same thread. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public void lifecycle(Chained chained) {
    chained.gate.open();
    chained.gate.awaitDone();
  }

  /** Takes tasks that another thread has given, and runs them. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public void run(Queued queued) {
    queued.gate.open();
    queued.gate.awaitDone();
  }

  /** A thread held in a task; behind it are those that are measured. */
  @State(Scope.Benchmark)
  public abstract static class Held implements Runnable {
    @Param public TaskWay way = TaskWay.EXECUTE;

    final Gate gate = new Gate();
    Executor executor = Runnable::run;
    int left;

    @Setup
    public void open() {
      executor = way.open();
    }

    @Setup(Level.Invocation)
    public void hold() {
      LockSupport.parkNanos(PAUSE_NANOS);
      gate.close();
      left = TASKS;
      executor.execute(gate::hold);
      gate.awaitHeld();
      fill();
    }

    /** Gives what is there when the thread is let go. */
    abstract void fill();
  }

  /** The queue is full. */
  public static class Queued extends Held {
    @Override
    void fill() {
      for (int i = 0; i < TASKS; i++) {
        executor.execute(this);
      }
    }

    @Override
    public void run() {
      if (--left == 0) {
        gate.done();
      }
    }
  }

  /** The first task of a chain is there. */
  public static class Chained extends Held {
    @Override
    void fill() {
      executor.execute(this);
    }

    @Override
    public void run() {
      if (--left == 0) {
        gate.done();
      } else {
        executor.execute(this);
      }
    }
  }
}
