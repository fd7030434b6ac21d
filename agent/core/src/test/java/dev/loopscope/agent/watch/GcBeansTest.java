package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.send.ErrorLog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GcBeansTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final ErrorLog errors = new ErrorLog();

  @Test
  void nothingIsRegisteredWithTheJvmBeforeItIsSaidTo() {
    GcBeans made = new GcBeans(errors);
    try (GcBeans listening = new GcBeans(errors)) {
      listening.listen();
      System.gc();
      assertThat(awaitNotice(listening)).isNotNull();
    }
    assertThat(made.poll()).isNull();
    made.close();
    assertThat(errors.last()).isEmpty();
  }

  private static @Nullable GcNotice awaitNotice(GcBeans beans) {
    long began = System.nanoTime();
    GcNotice notice = beans.poll();
    while (notice == null && System.nanoTime() - began < PATIENCE_NANOS) {
      LockSupport.parkNanos(1_000_000);
      notice = beans.poll();
    }
    return notice;
  }
}
