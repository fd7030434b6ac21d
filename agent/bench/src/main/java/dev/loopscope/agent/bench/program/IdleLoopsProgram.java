package dev.loopscope.agent.bench.program;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Netty loops that wait, as many as the argument says. Commands: {@code block MILLIS EVERY COUNT}:
 * the first so many loops sleep for so long, again and again, each at another moment.
 */
public final class IdleLoopsProgram {
  private IdleLoopsProgram() {}

  public static void main(String[] arguments) throws Exception {
    NioEventLoopGroup group = new NioEventLoopGroup(Integer.parseInt(arguments[0]));
    for (EventExecutor loop : group) {
      loop.submit(() -> {}).sync();
    }
    Commands.serve(
        command -> {
          long millis = Long.parseLong(command[1]);
          long every = Long.parseLong(command[2]);
          int count = Integer.parseInt(command[3]);
          for (int i = 0; i < count; i++) {
            long delay = i * every / count;
            group
                .next()
                .scheduleAtFixedRate(() -> sleep(millis), delay, every, TimeUnit.MILLISECONDS);
          }
          return "ok";
        });
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
