package dev.loopscope.agent.bench;

import io.netty.channel.SelectStrategy;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Tasks and iterations of a real Netty loop that has nothing else to do. Run by {@link LoopCost}
 * without and with the agent; the difference is what the hooks cost.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Dio.netty.selectorAutoRebuildThreshold=0", "-Xms512m", "-Xmx512m"})
public class NettyLoopBenchmark {
  private static final int TASKS = 4096;
  private static final int TURNS = 2048;

  /** The clock, on which the budget is based. */
  @Benchmark
  public long nanoTime() {
    return System.nanoTime();
  }

  /** Loop thread: takes tasks that another thread has submitted, and runs them. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public void runFromOutside(Queued queued) {
    queued.bare.letGo();
  }

  /** Submitter's thread: gives tasks to a loop that is busy. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public void submitFromOutside(Submitted submitted) {
    submitted.submit();
  }

  /** Loop thread: the whole lifecycle, each task submitting the next. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public void runFromInside(Chained chained) {
    chained.bare.letGo();
  }

  /** Loop thread: looks for channels, finds none, looks for tasks, finds none. */
  @Benchmark
  @OperationsPerInvocation(TURNS)
  public void iterate(Turning turning) {
    turning.bare.letGo();
  }

  /** A loop held in a task, its queue full. */
  @State(Scope.Benchmark)
  public static class Queued {
    private final BareLoop bare = new BareLoop();
    private final Countdown task = new Countdown(bare.gate);

    @Setup(Level.Invocation)
    public void fill() {
      bare.prepare();
      task.left = TASKS;
      bare.holdInTask();
      for (int i = 0; i < TASKS; i++) {
        bare.loop.execute(task);
      }
    }

    @TearDown
    public void close() {
      bare.close();
    }
  }

  /** A loop held in a task, its queue empty. */
  @State(Scope.Benchmark)
  public static class Submitted {
    private final BareLoop bare = new BareLoop();
    private final Countdown task = new Countdown(bare.gate);

    @Setup(Level.Invocation)
    public void hold() {
      bare.prepare();
      task.left = TASKS;
      bare.holdInTask();
    }

    void submit() {
      for (int i = 0; i < TASKS; i++) {
        bare.loop.execute(task);
      }
    }

    @TearDown(Level.Invocation)
    public void letGo() {
      bare.letGo();
    }

    @TearDown
    public void close() {
      bare.close();
    }
  }

  /** A loop held in a task; behind it the first task of a chain. */
  @State(Scope.Benchmark)
  public static class Chained {
    private final BareLoop bare = new BareLoop();
    private final Chain chain = new Chain(bare);

    @Setup(Level.Invocation)
    public void start() {
      bare.prepare();
      chain.left = TASKS;
      bare.holdInTask();
      bare.loop.execute(chain);
    }

    @TearDown
    public void close() {
      bare.close();
    }
  }

  /** A loop held where it decides whether to wait; then it does not, for some turns. */
  @State(Scope.Benchmark)
  public static class Turning {
    private volatile boolean begin;
    private int left;
    private final BareLoop bare = new BareLoop(() -> this::decide);

    private int decide(io.netty.util.IntSupplier selectNow, boolean hasTasks) throws Exception {
      if (begin) {
        begin = false;
        left = TURNS;
        bare.gate.hold();
      }
      if (left == 0) {
        return hasTasks ? selectNow.get() : SelectStrategy.SELECT;
      }
      if (--left == 0) {
        bare.gate.done();
      }
      return selectNow.get();
    }

    @Setup(Level.Invocation)
    public void hold() {
      bare.prepare();
      begin = true;
      bare.loop.execute(() -> {}); // wakes the loop
      bare.gate.awaitHeld();
    }

    @TearDown
    public void close() {
      bare.close();
    }
  }

  private static final class Countdown implements Runnable {
    private final Gate gate;
    private int left;

    Countdown(Gate gate) {
      this.gate = gate;
    }

    @Override
    public void run() {
      if (--left == 0) {
        gate.done();
      }
    }
  }

  private static final class Chain implements Runnable {
    private final BareLoop bare;
    private int left;

    Chain(BareLoop bare) {
      this.bare = bare;
    }

    @Override
    public void run() {
      if (--left == 0) {
        bare.gate.done();
      } else {
        bare.loop.execute(this);
      }
    }
  }
}
