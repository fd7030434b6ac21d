package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatcherTest {

  private static final int LOOKS = 8;

  private final ErrorLog errors = new ErrorLog();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  @Test
  void aLoopBehindOneThatTakesLongIsLookedAtAsOften() throws InterruptedException {
    Idle second = new Idle(2, () -> {});
    Watch watch = new Watch();
    Idle first =
        new Idle(
            1,
            () -> {
              work(2 * Standstill.MIN_NANOS);
              watch.stopAfterLooks();
            });
    watch.over(first, second);
    assertThat(second.looks.get()).isEqualTo(first.looks.get());
  }

  @Test
  void saysOnceThatItWatchesAndNotBeforeItCanLook() throws InterruptedException {
    Watch watch = new Watch();
    AtomicInteger begunAtFirstLook = new AtomicInteger(-1);
    watch.over(
        new Idle(
            1,
            () -> {
              begunAtFirstLook.compareAndSet(-1, begun.get());
              watch.stopAfterLooks();
            }));
    assertThat(begunAtFirstLook).hasValue(1);
    assertThat(begun).hasValue(1);
  }

  @Test
  void doesNotSayThatItWatchesWhenTheSessionWasOverBefore() throws InterruptedException {
    Watch watch = new Watch();
    Idle never = new Idle(1, () -> {});
    watch.stopWhileMaking();
    watch.over(never);
    assertThat(begun).hasValue(0);
    assertThat(never.looks).hasValue(0);
  }

  @Test
  void anErrorWhileLookingIsCountedAndTheNextLookComesAllTheSame() throws InterruptedException {
    Watch watch = new Watch();
    Idle failing =
        new Idle(
            1,
            () -> {
              watch.stopAfterLooks();
              throw new OutOfMemoryError("as asked");
            });
    watch.over(failing);
    assertThat(failing.looks.get()).isEqualTo(LOOKS);
    assertThat(errors.last()).contains("watching the loops").contains("as asked");
  }

  @Test
  void aWatcherThatCannotBeginSaysSoAndThrowsNothing() {
    new Watcher(
            () -> {
              throw new NoClassDefFoundError("as asked");
            },
            begun::incrementAndGet,
            failure::set,
            errors)
        .run();
    assertThat(failure.get()).hasMessage("as asked");
    assertThat(begun).hasValue(0);
  }

  /** Keeps its thread for so long. */
  private static void work(long nanos) {
    long began = System.nanoTime();
    while (System.nanoTime() - began < nanos) {
      Thread.onSpinWait();
    }
  }

  /** A watcher on a thread of its own. */
  private final class Watch {
    private final AtomicInteger looks = new AtomicInteger();
    private @Nullable Watcher watcher;
    private boolean stopsWhileMaking;

    void stopWhileMaking() {
      stopsWhileMaking = true;
    }

    void stopAfterLooks() {
      if (looks.incrementAndGet() == LOOKS && watcher != null) {
        watcher.stop();
      }
    }

    private Lookout look(Idle... loops) {
      if (stopsWhileMaking && watcher != null) {
        watcher.stop();
      }
      return new Lookout(
          () -> Settings.DEFAULT,
          () -> List.of(loops),
          any -> null,
          any -> true,
          errors,
          new AtomicInteger()::incrementAndGet);
    }

    void over(Idle... loops) throws InterruptedException {
      Watcher made = new Watcher(() -> look(loops), begun::incrementAndGet, failure::set, errors);
      watcher = made;
      Thread thread = new Thread(made, "watcher");
      thread.start();
      thread.join();
    }
  }

  /** A loop without a run; what is done when it is looked at says the test. */
  private record Idle(int loop, Runnable looked, AtomicInteger looks) implements WatchedLoop {

    Idle(int loop, Runnable looked) {
      this(loop, looked, new AtomicInteger());
    }

    @Override
    public long currentRun() {
      looks.incrementAndGet();
      looked.run();
      return 0;
    }

    @Override
    public String kind() {
      return "netty-nio";
    }

    @Override
    public String name() {
      return "worker-" + loop;
    }

    @Override
    public String group() {
      return "worker";
    }

    @Override
    public long threadId() {
      return Integer.MAX_VALUE + (long) loop; // no thread has it
    }

    @Override
    public Thread thread() {
      return Thread.currentThread();
    }

    @Override
    public long currentStartNanos() {
      return 0;
    }

    @Override
    public @Nullable OpenRun open(long id) {
      return null;
    }
  }
}
