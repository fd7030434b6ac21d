package dev.loopscope.agent.it;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One loop of the Netty that its own class loader has; {@link LoadersProgram} makes several. Tells
 * what it has done so far.
 */
public final class LoadedLoop implements Function<String, String>, AutoCloseable {
  @SuppressWarnings("deprecation") // the name that both Netty lines know
  private final NioEventLoopGroup loops;

  private OwnCounts counts = new OwnCounts();

  @SuppressWarnings("deprecation")
  public LoadedLoop(String name) {
    loops = new NioEventLoopGroup(1, new DefaultThreadFactory(name));
    give(counts.command(false)); // its thread is started by the first task
  }

  @Override
  public String apply(String command) {
    String[] words = command.split(" ", -1);
    switch (words[0]) {
      case "work" -> {
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
          give(counts.command(i % 10 == 0));
        }
      }
      case "block" -> {
        give(() -> block(Long.parseLong(words[1])));
        counts.done.incrementAndGet();
      }
      case "forget" -> counts = new OwnCounts();
      default -> throw new IllegalArgumentException("unknown command " + command);
    }
    return counts.toString();
  }

  /** Returns when it is over. */
  private void give(Runnable task) {
    counts.submitted.incrementAndGet();
    loops.submit(task).awaitUninterruptibly();
  }

  /** What a task must not do; a stall is to name this method. */
  private static void block(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
