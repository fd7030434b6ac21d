package dev.loopscope.agent.it;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** One loop of the Netty that its own class loader has; {@link LoadersProgram} makes several. */
public final class LoadedLoop implements Runnable, AutoCloseable {
  private static final int TASKS = 200;

  @SuppressWarnings("deprecation") // the name that both Netty lines know
  private final NioEventLoopGroup loops;

  @SuppressWarnings("deprecation")
  public LoadedLoop(String name) throws Exception {
    loops = new NioEventLoopGroup(1, new DefaultThreadFactory(name));
    loops.submit(() -> {}).get(); // its thread is started by the first task
  }

  /** Gives the loop work and waits until it is done. */
  @Override
  public void run() {
    for (int i = 0; i < TASKS; i++) {
      loops.submit(() -> {}).syncUninterruptibly();
    }
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
