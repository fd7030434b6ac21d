package dev.loopscope.samples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private static final int TASKS = 100;
  private static final long TASK_NANOS = 200_000;

  @Test
  void whatComesBehindABurstWaitsForAllOfIt() throws Exception {
    EventExecutor loop = new DefaultEventExecutor();
    try {
      CompletableFuture<Long> waited = new CompletableFuture<>();
      loop.execute(
          () -> {
            new Housekeeping(loop, TASKS).run();
            long submitted = System.nanoTime();
            loop.execute(() -> waited.complete(System.nanoTime() - submitted));
          });

      assertThat(waited.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(TASKS * TASK_NANOS);
    } finally {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }
}
