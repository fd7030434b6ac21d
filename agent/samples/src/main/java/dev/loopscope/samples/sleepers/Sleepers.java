package dev.loopscope.samples.sleepers;

import dev.loopscope.samples.journal.Journal;
import dev.loopscope.samples.program.LoopThreads;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sequential against concurrent, on one event loop: A and then B take two naps' time, C and D side
 * by side take one.
 *
 * <p>Every sleeper and every alarm is a class of its own, so that whoever watches the loop can tell
 * them apart by their types.
 */
public final class Sleepers implements AutoCloseable {
  private final EventLoopGroup group = new NioEventLoopGroup(1, new LoopThreads("sleepers-loop"));
  private final Bedroom bedroom;

  /** Sleepers that nap for {@code nap} each. */
  public Sleepers(Duration nap, Journal journal) {
    this.bedroom = new Bedroom(group.next(), nap, journal);
  }

  /**
   * Runs A, then B, then C and D together. Call it from a thread that may wait, never from a loop.
   *
   * @throws InterruptedException if the thread is told to stop waiting
   */
  public void cycle() throws InterruptedException {
    bedroom.journal().say("A, then B: one after the other");
    submit(new SleeperA(bedroom)).sync();
    bedroom.journal().say("A is awake, B may start");
    submit(new SleeperB(bedroom)).sync();

    bedroom.journal().say("B is awake; now C and D, side by side");
    Future<Void> c = submit(new SleeperC(bedroom));
    Future<Void> d = submit(new SleeperD(bedroom));
    c.sync();
    d.sync();
    bedroom.journal().say("C and D are awake");
  }

  private Future<Void> submit(Sleeper sleeper) {
    bedroom.loop().execute(sleeper);
    return sleeper.awake();
  }

  /** Ends the loop; a sleeper that is still asleep never wakes up. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static final class SleeperA extends Sleeper {
    SleeperA(Bedroom bedroom) {
      super("A", bedroom);
    }

    @Override
    Runnable alarm() {
      return new AlarmA(this);
    }
  }

  private record AlarmA(Sleeper sleeper) implements Runnable {
    @Override
    public void run() {
      sleeper.wakeUp();
    }
  }

  private static final class SleeperB extends Sleeper {
    SleeperB(Bedroom bedroom) {
      super("B", bedroom);
    }

    @Override
    Runnable alarm() {
      return new AlarmB(this);
    }
  }

  private record AlarmB(Sleeper sleeper) implements Runnable {
    @Override
    public void run() {
      sleeper.wakeUp();
    }
  }

  private static final class SleeperC extends Sleeper {
    SleeperC(Bedroom bedroom) {
      super("C", bedroom);
    }

    @Override
    Runnable alarm() {
      return new AlarmC(this);
    }
  }

  private record AlarmC(Sleeper sleeper) implements Runnable {
    @Override
    public void run() {
      sleeper.wakeUp();
    }
  }

  private static final class SleeperD extends Sleeper {
    SleeperD(Bedroom bedroom) {
      super("D", bedroom);
    }

    @Override
    Runnable alarm() {
      return new AlarmD(this);
    }
  }

  private record AlarmD(Sleeper sleeper) implements Runnable {
    @Override
    public void run() {
      sleeper.wakeUp();
    }
  }
}
