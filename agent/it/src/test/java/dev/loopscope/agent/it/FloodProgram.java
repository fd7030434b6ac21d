package dev.loopscope.agent.it;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Loops that give themselves tasks as fast as they can, and counts them. */
public final class FloodProgram {

  private static final int LOOPS = 4;

  /** Tasks a loop has waiting at a time: it selects only now and then. */
  private static final int CHAINS = 64;

  private FloodProgram() {}

  public static void main(String[] arguments) throws Exception {
    new ProgramCommands(FloodProgram::flood).serve();
    System.exit(0);
  }

  @SuppressWarnings("deprecation") // the name that both Netty lines know
  private static void flood(OwnCounts counts, int millis) throws InterruptedException {
    EventLoopGroup group = new NioEventLoopGroup(LOOPS);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    List<AtomicLong> perLoop = new ArrayList<>();
    CountDownLatch over = new CountDownLatch(LOOPS * CHAINS);
    for (int i = 0; i < LOOPS; i++) {
      AtomicLong ran = new AtomicLong();
      perLoop.add(ran);
      EventLoop loop = group.next();
      for (int chain = 0; chain < CHAINS; chain++) {
        loop.execute(new Chain(loop, ran, deadline, over));
      }
    }
    over.await();
    long all = perLoop.stream().mapToLong(AtomicLong::get).sum();
    counts.submitted.addAndGet(all);
    counts.done.addAndGet(all);
  }

  /** A task that ends by submitting itself again, without an object for it. */
  private record Chain(EventLoop loop, AtomicLong ran, long deadline, CountDownLatch over)
      implements Runnable {
    @Override
    public void run() {
      ran.setOpaque(ran.getOpaque() + 1);
      if (System.nanoTime() < deadline) {
        loop.execute(this);
      } else {
        over.countDown();
      }
    }
  }
}
