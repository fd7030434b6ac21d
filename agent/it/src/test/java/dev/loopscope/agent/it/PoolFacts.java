package dev.loopscope.agent.it;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What applications do with their pools that would notice any object but their own. */
final class PoolFacts {
  private static final long PATIENCE_SECONDS = 20;

  private PoolFacts() {}

  static void tell(Facts facts) throws Exception {
    facts.add("by priority", byPriority());
    facts.add("cast before", castBefore());
    queueAndRefusals(facts);
    facts.add("delayed", delayed());
    facts.add("own futures", ownFutures());
    facts.add("divided", new ForkJoinPool(2).invoke(new Sum(1, 2000)));
  }

  /** A task that its queue sorts; anything else in that queue is a ClassCastException. */
  private record Ranked(int rank, List<Integer> order) implements Runnable, Comparable<Ranked> {
    @Override
    public void run() {
      order.add(rank);
    }

    @Override
    public int compareTo(Ranked other) {
      return Integer.compare(rank, other.rank);
    }
  }

  private static String byPriority() throws Exception {
    List<Integer> order = new ArrayList<>();
    CountDownLatch free = new CountDownLatch(1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
    pool.execute(() -> await(free));
    for (int rank : new int[] {3, 1, 5, 2, 4}) {
      pool.execute(new Ranked(rank, order));
    }
    free.countDown();
    end(pool);
    return order.toString();
  }

  private static String castBefore() throws Exception {
    List<Integer> order = new ArrayList<>();
    int[] sums = new int[2];
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10)) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            sums[0] += ((Ranked) task).rank();
          }

          @Override
          protected void afterExecute(Runnable task, Throwable failure) {
            sums[1] += ((Ranked) task).rank() + (failure == null ? 0 : 1000);
          }
        };
    for (int rank = 1; rank <= 5; rank++) {
      pool.execute(new Ranked(rank, order));
    }
    end(pool);
    return order + " " + Arrays.toString(sums);
  }

  private static void queueAndRefusals(Facts facts) throws Exception {
    List<Runnable> refused = new ArrayList<>();
    CountDownLatch free = new CountDownLatch(1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(3),
            (task, full) -> refused.add(task));
    pool.execute(() -> await(free));
    List<Runnable> given = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Ranked task = new Ranked(i, new ArrayList<>());
      given.add(task);
      pool.execute(task);
    }
    facts.add("queue", same(given.subList(0, 3), List.copyOf(pool.getQueue())));
    facts.add("refused", same(given.subList(3, 5), refused));
    facts.add("removed", pool.remove(given.get(1)) + " " + pool.remove(given.get(4)));
    List<Runnable> left = pool.shutdownNow();
    facts.add("left over", same(List.of(given.get(0), given.get(2)), left));
    free.countDown();
    end(pool);
    facts.add("completed", pool.getCompletedTaskCount() + " of " + pool.getLargestPoolSize());
  }

  /** Whether both lists hold the very same objects. */
  private static String same(List<Runnable> expected, List<Runnable> found) {
    if (expected.size() != found.size()) {
      return found.size() + " instead of " + expected.size();
    }
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i) != found.get(i)) {
        return "another object: " + found.get(i).getClass().getName();
      }
    }
    return "the same " + found.size();
  }

  /** A scheduled pool that decorates its tasks, and hands out what was not due. */
  private static String delayed() throws Exception {
    List<String> decorated = new ArrayList<>();
    ScheduledThreadPoolExecutor pool =
        new ScheduledThreadPoolExecutor(1) {
          @Override
          protected <V> RunnableScheduledFuture<V> decorateTask(
              Runnable command, RunnableScheduledFuture<V> task) {
            decorated.add(command.getClass().getSimpleName());
            return task;
          }
        };
    List<Integer> order = new ArrayList<>();
    Object first = pool.schedule(new Ranked(1, order), 1, TimeUnit.HOURS);
    pool.schedule(new Ranked(2, order), 1, TimeUnit.MILLISECONDS).get();
    List<Runnable> left = pool.shutdownNow();
    return decorated
        + " "
        + order
        + " "
        + left.size()
        + (left.get(0) == first ? " same" : " other");
  }

  private static String ownFutures() throws Exception {
    OwnFuture first = new OwnFuture();
    ForkJoinPool pool = new ForkJoinPool(1);
    CompletableFuture<String> next = first.thenApplyAsync(text -> text + "!", pool);
    first.complete("first");
    String result = next.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    CountDownLatch free = new CountDownLatch(1);
    pool.execute(() -> await(free));
    ForkJoinTask<Integer> dropped = pool.submit((ForkJoinTask<Integer>) new Sum(1, 2));
    boolean cancelled = dropped.cancel(true);
    free.countDown();
    String outcome = "ran";
    try {
      dropped.join();
    } catch (CancellationException e) {
      outcome = "cancelled";
    }
    return result + " " + next.getClass().getSimpleName() + " " + cancelled + " " + outcome;
  }

  /** Stages of this are of this class too. */
  private static final class OwnFuture extends CompletableFuture<String> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new OwnStage<>();
    }
  }

  private static final class OwnStage<T> extends CompletableFuture<T> {
    @Override
    public boolean isDone() {
      HostileTask.SPRUNG.incrementAndGet();
      return super.isDone();
    }
  }

  /** Divides itself. */
  private static final class Sum extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;

    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from < 10) {
        int sum = 0;
        for (int i = from; i <= to; i++) {
          sum += i;
        }
        return sum;
      }
      int middle = (from + to) >>> 1;
      Sum left = new Sum(from, middle);
      Sum right = new Sum(middle + 1, to);
      left.fork();
      return right.compute() + left.join();
    }
  }

  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(ThreadPoolExecutor pool) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a pool does not end");
    }
  }
}
