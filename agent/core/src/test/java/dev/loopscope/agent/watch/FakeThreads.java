package dev.loopscope.agent.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads that do what a test says; the one of {@link FakeLoop} sleeps unless told otherwise. */
final class FakeThreads implements StackSource {

  int samples;
  int peeks;

  /** So many samples fail before one succeeds. */
  int failing;

  boolean debugged = true;
  int looks;
  long[] deadlocked = {};
  Runnable whileLooking = () -> {};
  long cpuNanos = -1;
  Runnable afterSample = () -> {};
  private final Map<Long, ThreadSample> byId = new HashMap<>(Map.of(77L, Samples.sleeping(42)));

  void put(long threadId, ThreadSample sample) {
    byId.put(threadId, sample);
  }

  @Override
  public @Nullable ThreadSample sample(long threadId) {
    samples++;
    afterSample.run();
    if (failing > 0) {
      failing--;
      return null;
    }
    return now(byId.get(threadId));
  }

  @Override
  public @Nullable ThreadSample peek(long threadId) {
    peeks++;
    ThreadSample sample = byId.get(threadId);
    return sample == null ? null : now(sample.withFrames(List.of()));
  }

  /** It has used what the test says, if the test says anything. */
  private @Nullable ThreadSample now(@Nullable ThreadSample sample) {
    return sample == null || cpuNanos < 0
        ? sample
        : new ThreadSample(
            sample.state(),
            sample.frames(),
            sample.lock(),
            sample.lockOwnerId(),
            sample.lockOwner(),
            sample.suspended(),
            cpuNanos);
  }

  @Override
  public long cpuNanos(long threadId) {
    return cpuNanos;
  }

  @Override
  public boolean mayBeHeld() {
    return debugged;
  }

  @Override
  public long[] deadlocked() {
    looks++;
    whileLooking.run();
    return deadlocked;
  }
}
