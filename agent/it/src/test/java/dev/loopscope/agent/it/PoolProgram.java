package dev.loopscope.agent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A scheduled pool and a hand-written selector loop, with nothing but the JDK. */
public final class PoolProgram {
  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);

  private PoolProgram() {}

  public static void main(String[] arguments) throws Exception {
    Selector selector = Selector.open();
    Thread loop = new Thread(() -> select(selector), "hand-written-loop");
    loop.setDaemon(true);
    loop.start();
    PoolProgram program = new PoolProgram();
    new ProgramCommands(program::doAll, program::blockOne).serve();
    System.exit(0);
  }

  private static void select(Selector selector) {
    try {
      while (selector.isOpen()) {
        selector.select(10);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void doAll(OwnCounts counts, int tasks) throws InterruptedException {
    for (int i = 0; i < tasks; i++) {
      counts.submitted.addAndGet(4);
      boolean fails = i % 10 == 0;
      pool.execute(counts.command(false));
      // the JDK lets a running task be cancelled too: only what cannot run yet is cancelled here
      int delay = i % 7 == 0 ? 3_600_000 : i % 20;
      cancelSome(counts, i, pool.schedule(counts.command(fails), delay, TimeUnit.MILLISECONDS));
      pool.execute(
          () -> {
            counts.done.incrementAndGet();
            pool.execute(counts.command(false));
          });
    }
    counts.submitted.incrementAndGet();
    Future<?> timer = pool.scheduleAtFixedRate(counts.periodic(), 1, 1, TimeUnit.MILLISECONDS);
    while (counts.periodicRuns() < 3) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    cancelSome(counts, 0, timer);
    while (!counts.settled()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Keeps one worker for that long. */
  private void blockOne(long millis) throws Exception {
    pool.submit(() -> FrameworkProgram.block(millis)).get();
  }

  private static void cancelSome(OwnCounts counts, int i, Future<?> future) {
    if (i % 7 == 0 && future.cancel(false)) {
      counts.cancelled.incrementAndGet();
    }
  }
}
