package dev.loopscope.agent.it;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Thread pools, a fork-join pool, chains of stages and a timer, with nothing but the JDK. */
public final class PoolsProgram {
  /** So that a little work at first costs a thread no CPU time. */
  private static final int COMPUTES_FROM = 100;

  static final long COMPUTED_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  static final int LONGEST_BLOCK_MILLIS = 1000;

  private final ThreadPoolExecutor pool = pool();
  private final ExecutorService forks = new ForkJoinPool(2);
  private final Timer timer = new Timer("program-timer", true);

  private PoolsProgram() {}

  public static void main(String[] arguments) throws Exception {
    PoolsProgram program = new PoolsProgram();
    // so that there are idle workers when somebody attaches
    program.pool.prestartAllCoreThreads();
    String doing = arguments[0];
    if (doing.equals("forks") || doing.equals("stages")) {
      program.startForks();
    }
    new ProgramCommands(
            (counts, tasks) -> {
              switch (doing) {
                case "pool" -> program.usePool(counts, tasks);
                case "forks" -> program.useForks(counts, tasks);
                case "stages" -> program.useStages(counts, tasks);
                case "timer" -> program.useTimer(counts, tasks);
                default -> throw new IllegalArgumentException(doing);
              }
            })
        .serve();
    System.exit(0);
  }

  private static ThreadPoolExecutor pool() {
    AtomicInteger made = new AtomicInteger();
    ThreadFactory quiet =
        command -> {
          Thread thread = new Thread(command, "program-pool-" + made.incrementAndGet());
          thread.setDaemon(true);
          thread.setUncaughtExceptionHandler((dying, why) -> {});
          return thread;
        };
    return new ThreadPoolExecutor(2, 2, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), quiet);
  }

  /** The pool would start its second worker at any time, so that its threads were no measure. */
  private void startForks() {
    CountDownLatch both = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      forks.execute(
          () -> {
            both.countDown();
            awaitQuietly(both);
          });
    }
    awaitQuietly(both);
  }

  private static void await(OwnCounts counts) throws InterruptedException {
    while (!counts.settled()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Holds up a loop, at a line that a test looks for. */
  static void block() {
    try {
      TimeUnit.MILLISECONDS.sleep(LONGEST_BLOCK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void twoAtATime(Executor workers, CountDownLatch free) {
    for (int i = 0; i < 2; i++) {
      workers.execute(() -> awaitQuietly(free));
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void usePool(OwnCounts counts, int tasks) throws InterruptedException {
    CountDownLatch free = new CountDownLatch(1);
    counts.submitted.addAndGet(2);
    counts.done.addAndGet(2);
    twoAtATime(pool, free);
    for (int i = 0; i < tasks; i++) {
      counts.submitted.addAndGet(3);
      pool.execute(counts.command(i % 50 == 0));
      pool.submit(counts.command(i % 10 == 0));
      FutureTask<Void> future = new FutureTask<>(counts.command(false), null);
      pool.execute(future);
      // both workers wait, so that what is cancelled cannot have run
      if (i % 7 == 0 && future.cancel(false)) {
        counts.cancelled.incrementAndGet();
      }
    }
    free.countDown();
    counts.submitted.incrementAndGet();
    pool.execute(new Sleeping(counts));
    if (tasks >= COMPUTES_FROM) {
      counts.submitted.incrementAndGet();
      pool.execute(new Computing(counts)); // by the other worker, meanwhile
    }
    await(counts);
  }

  /** Takes a long time, and no CPU time. */
  record Sleeping(OwnCounts counts) implements Runnable {
    @Override
    public void run() {
      block();
      counts.done.incrementAndGet();
    }
  }

  /** Takes {@link #COMPUTED_NANOS} of CPU time. */
  record Computing(OwnCounts counts) implements Runnable {
    @Override
    public void run() {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long until = threads.getCurrentThreadCpuTime() + COMPUTED_NANOS;
      while (threads.getCurrentThreadCpuTime() < until) {
        Thread.onSpinWait();
      }
      counts.done.incrementAndGet();
    }
  }

  private void useForks(OwnCounts counts, int tasks) throws Exception {
    for (int i = 0; i < tasks; i++) {
      counts.submitted.addAndGet(2);
      forks.execute(counts.command(false));
      forks.submit(counts.command(i % 10 == 0));
    }
    counts.submitted.incrementAndGet();
    forks.execute(
        () -> {
          block();
          counts.done.incrementAndGet();
        });
    await(counts);
  }

  /** A chain of four stages on two executors, whose stages one thread submits one after another. */
  private void useStages(OwnCounts counts, int chains) throws Exception {
    for (int i = 0; i < chains; i++) {
      boolean fails = i % 10 == 0;
      CountDownLatch built = new CountDownLatch(1);
      counts.submitted.addAndGet(fails ? 2 : 4);
      CompletableFuture<Void> chain =
          CompletableFuture.supplyAsync(
                  () -> {
                    awaitQuietly(built);
                    counts.done.incrementAndGet();
                    return 1;
                  },
                  forks)
              .thenApplyAsync(
                  one -> {
                    counts.command(fails).run();
                    return one + 1;
                  },
                  pool)
              .thenAcceptAsync(two -> counts.done.incrementAndGet(), forks)
              .thenRunAsync(
                  () -> {
                    PoolsProgram.endOfChain();
                    counts.done.incrementAndGet();
                  },
                  pool);
      built.countDown();
      chain.exceptionally(failure -> null).get();
    }
    await(counts);
  }

  private static void endOfChain() {
    // only so that the last stage has a frame of its own
  }

  private void useTimer(OwnCounts counts, int tasks) throws InterruptedException {
    for (int i = 0; i < tasks; i++) {
      counts.submitted.incrementAndGet();
      TimerTask task = task(counts, i == 1);
      timer.schedule(task, i % 7 == 0 ? 3_600_000 : i % 20);
      if (i % 7 == 0 && task.cancel()) {
        counts.cancelled.incrementAndGet();
      }
    }
    counts.submitted.incrementAndGet();
    TimerTask periodic = periodic(counts);
    timer.schedule(periodic, 1, 1);
    while (counts.periodicRuns() < 3) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    if (periodic.cancel()) {
      counts.cancelled.incrementAndGet();
    }
    await(counts);
  }

  private static TimerTask task(OwnCounts counts, boolean blocks) {
    return new TimerTask() {
      @Override
      public void run() {
        if (blocks) {
          block();
        }
        counts.done.incrementAndGet();
      }
    };
  }

  private static TimerTask periodic(OwnCounts counts) {
    return new TimerTask() {
      @Override
      public void run() {
        counts.periodic().run();
      }
    };
  }
}
