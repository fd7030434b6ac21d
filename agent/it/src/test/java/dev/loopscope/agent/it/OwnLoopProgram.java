package dev.loopscope.agent.it;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A loop written by hand: who queues, who waits, who runs and who goes round for ever. */
public final class OwnLoopProgram {
  private static final int LONGEST_BLOCK_MILLIS = 1000;
  private static final int MOST_TASKS = 10_000;

  private OwnLoopProgram() {}

  /** Takes tasks of any thread. */
  static final class Inbox {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(MOST_TASKS);

    boolean offer(@Nullable Runnable task) {
      return task != null && queue.size() < MOST_TASKS - 1 && queue.offer(task);
    }

    Runnable next() throws InterruptedException {
      return queue.take();
    }
  }

  /** Runs one task. */
  static final class Turn {
    private Turn() {}

    static void execute(Runnable task) {
      task.run();
    }
  }

  /** Never returns, so it must be in a class without points. */
  static final class Rounds implements Runnable {
    private final Inbox inbox;

    Rounds(Inbox inbox) {
      this.inbox = inbox;
    }

    @Override
    public void run() {
      try {
        while (true) {
          round(inbox.next());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void round(Runnable task) {
      try {
        Turn.execute(task);
      } catch (IllegalStateException e) {
        // on purpose, counted where it was thrown
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    Inbox inbox = new Inbox();
    Thread thread = new Thread(new Rounds(inbox), "program-loop");
    thread.setDaemon(true);
    thread.start();
    new ProgramCommands((counts, tasks) -> give(inbox, counts, tasks)).serve();
    System.exit(0);
  }

  private static void give(Inbox inbox, OwnCounts counts, int tasks) throws Exception {
    for (int i = 0; i < tasks; i++) {
      counts.submitted.incrementAndGet();
      inbox.offer(counts.command(i % 10 == 0));
    }
    inbox.offer(null);
    counts.submitted.addAndGet(2);
    inbox.offer(
        () -> {
          counts.done.incrementAndGet();
          inbox.offer(
              () -> {
                block();
                counts.done.incrementAndGet();
              });
        });
    while (!counts.settled()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Holds the loop up, at a line that a test looks for. */
  static void block() {
    try {
      TimeUnit.MILLISECONDS.sleep(LONGEST_BLOCK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
