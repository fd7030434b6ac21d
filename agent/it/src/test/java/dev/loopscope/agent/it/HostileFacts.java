package dev.loopscope.agent.it;

import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import java.awt.EventQueue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Gives hostile tasks to every kind of loop, and tells which ran and who touched them. */
final class HostileFacts {
  private static final int KINDS = HostileTask.Trap.values().length;
  private static final long PATIENCE_SECONDS = 20;

  private HostileFacts() {}

  static void tell(Facts facts) throws Exception {
    HostileTask.SPRUNG.set(0);
    facts.add("pool", ran(16, HostileFacts::pool));
    facts.add("odd thread", ran(2, HostileFacts::oddThread));
    facts.add("held up", HostileLocks.heldUp());
    facts.add("scheduled", ran(3, HostileFacts::scheduled));
    facts.add("forks", ran(3, HostileFacts::forks));
    facts.add("stages", ran(2, HostileFacts::stages));
    facts.add("timer", ran(1, HostileFacts::timer));
    facts.add("swing", ran(1, (task, trap) -> EventQueue.invokeLater(task)));
    facts.add("netty", ran(3, HostileFacts::netty));
    facts.add("touched", HostileTask.SPRUNG.get());
  }

  /** Gives a task away; it must run as often as was said. */
  private interface Giver {
    void give(HostileTask task, CountDownLatch ran) throws Exception;
  }

  private static String ran(int timesEach, Giver giver) throws Exception {
    CountDownLatch ran = new CountDownLatch(timesEach * KINDS);
    for (HostileTask.Trap trap : HostileTask.Trap.values()) {
      giver.give(new HostileTask(trap, ran), ran);
    }
    boolean all = ran.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return all ? "all ran" : ran.getCount() + " did not run";
  }

  private static void pool(HostileTask task, CountDownLatch ran) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 8; i++) {
      pool.execute(task);
      pool.submit((Runnable) task);
    }
    end(pool);
  }

  private static void oddThread(HostileTask task, CountDownLatch ran) throws Exception {
    String name = "odd \ud800 " + "name".repeat(2000);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new HostileThread(work, name));
    pool.execute(task);
    TimeUnit.MILLISECONDS.sleep(150); // so that whoever watches looks at a worker that waits
    pool.execute(task);
    pool.shutdown();
    while (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static void scheduled(HostileTask task, CountDownLatch ran) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    pool.execute(task);
    pool.schedule((Runnable) task, 1, TimeUnit.MILLISECONDS);
    pool.schedule(() -> task.call(), 1, TimeUnit.MILLISECONDS);
    end(pool);
  }

  private static void forks(HostileTask task, CountDownLatch ran) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.execute((Runnable) task);
    pool.submit((Runnable) task);
    pool.submit(() -> task.call());
    end(pool);
  }

  private static void stages(HostileTask task, CountDownLatch ran) throws Exception {
    CompletableFuture.runAsync(task).thenRunAsync(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void timer(HostileTask task, CountDownLatch ran) throws Exception {
    Timer timer = new Timer("hostile-timer", true);
    timer.schedule(new HostileTimerTask(task), 1);
    TimeUnit.MILLISECONDS.sleep(20);
    timer.purge();
  }

  private static void netty(HostileTask task, CountDownLatch ran) throws Exception {
    EventLoopGroup loops = new DefaultEventLoopGroup(1);
    loops.execute(task);
    loops.submit((Runnable) task);
    loops.schedule((Runnable) task, 1, TimeUnit.MILLISECONDS);
    TimeUnit.MILLISECONDS.sleep(20);
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void end(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a pool does not end");
    }
  }

  private static final class HostileTimerTask extends TimerTask {
    private final HostileTask task;

    HostileTimerTask(HostileTask task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }

    @Override
    public int hashCode() {
      return task.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return task.equals(other);
    }

    @Override
    public String toString() {
      return task.toString();
    }

    @Override
    public long scheduledExecutionTime() {
      return task.hashCode();
    }
  }
}
