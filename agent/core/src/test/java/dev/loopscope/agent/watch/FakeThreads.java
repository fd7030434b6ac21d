package dev.loopscope.agent.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Threads that do what a test says; the one of {@link FakeLoop} sleeps unless told otherwise. */
final class FakeThreads implements StackSource {

  int samples;
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
    return byId.get(threadId);
  }

  @Override
  public @Nullable ThreadSample peek(long threadId) {
    ThreadSample sample = byId.get(threadId);
    return sample == null ? null : sample.withFrames(List.of());
  }

  @Override
  public long cpuNanos(long threadId) {
    return cpuNanos;
  }
}
