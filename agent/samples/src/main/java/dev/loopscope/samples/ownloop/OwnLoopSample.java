package dev.loopscope.samples.ownloop;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.Lifetime;
import dev.loopscope.samples.program.OptionSpec;
import dev.loopscope.samples.program.Options;
import dev.loopscope.samples.program.Sample;
import java.time.Duration;
import java.util.List;

/** A hand-made event loop, fed all the time; now and then a task blocks it. */
public final class OwnLoopSample implements Sample {
  private static final Duration PAUSE = Duration.ofMillis(10);

  @Override
  public String name() {
    return "ownloop";
  }

  @Override
  public String summary() {
    return "an event loop written by hand, for ownloop.points";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        new OptionSpec("block", "TIME", "200ms", "how long a slow task blocks the loop"),
        new OptionSpec("block-every", "TIME", "2s", "one task is slow this often"));
  }

  @Override
  public int run(Options options, Lifetime lifetime, Journal journal) throws InterruptedException {
    Duration block = options.period("block");
    long blocks = Math.max(1, options.period("block-every").toNanos() / PAUSE.toNanos());
    Inbox inbox = new Inbox();
    Thread loop = new Thread(new GameLoop(inbox), "own-loop");
    loop.setDaemon(true);
    Thread feeder = new Thread(new Feeder(inbox, block, blocks), "own-loop-feeder");
    feeder.setDaemon(true);
    loop.start();
    feeder.start();
    journal.print("READY pid=" + ProcessHandle.current().pid());
    journal.say("ended: %s", lifetime.awaitEnd());
    feeder.interrupt();
    feeder.join();
    loop.interrupt();
    loop.join();
    return 0;
  }

  private record Feeder(Inbox inbox, Duration block, long blocks) implements Runnable {
    @Override
    public void run() {
      try {
        for (long i = 1; ; i++) {
          Thread.sleep(PAUSE.toMillis());
          inbox.offer(i % blocks == 0 ? new SlowMove(block) : new Move());
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns at once. */
  private record Move() implements Runnable {
    @Override
    public void run() {
      Thread.onSpinWait();
    }
  }

  /** Makes the mistake: waits on the loop. */
  private record SlowMove(Duration time) implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
