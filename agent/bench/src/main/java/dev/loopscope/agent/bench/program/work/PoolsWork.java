package dev.loopscope.agent.bench.program.work;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Thread pool with and without futures, scheduled pool, fork-join pool with stages, timer. */
final class PoolsWork implements Work {
  @Override
  public void start(Flow flow) {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    flow.add(threads::execute);
    flow.add(threads::submit);
    ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
    flow.add(piece -> scheduled.schedule(piece, 0, TimeUnit.NANOSECONDS));
    ForkJoinPool forks = new ForkJoinPool(1);
    flow.add(forks::execute);
    flow.add(piece -> CompletableFuture.runAsync(piece, forks));
    Timer timer = new Timer(true);
    flow.add(piece -> timer.schedule(new Due(piece), 0));
  }

  private static final class Due extends TimerTask {
    private final Runnable piece;

    Due(Runnable piece) {
      this.piece = piece;
    }

    @Override
    public void run() {
      piece.run();
    }
  }
}
