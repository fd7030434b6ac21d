package dev.loopscope.agent.watch;

import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.agent.watch.system.SystemView;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one thread with everything there is, and asks what costs more only when what costs less
 * calls for it. For the watcher's thread.
 */
final class Sampler {

  private final StackSource threads;
  private final SystemThreads system;
  private final LongSupplier safepointNanos;

  /**
   * @param safepointNanos time the JVM has spent in safepoints, -1 unknown
   */
  Sampler(StackSource threads, SystemThreads system, LongSupplier safepointNanos) {
    this.threads = threads;
    this.system = system;
    this.safepointNanos = safepointNanos;
  }

  /** What was seen. */
  record Seen(Reading reading, ThreadSample sample, SystemView system) {}

  StackSource threads() {
    return threads;
  }

  /** What the thread has used; stops nobody. */
  Reading read(long threadId, long nowNanos) {
    return new Reading(
        nowNanos,
        threads.cpuNanos(threadId),
        system.runQueueNanos(threadId),
        safepointNanos.getAsLong());
  }

  /**
   * The thread with its stack, null when it has ended. The operating system is asked first: taking
   * the stack holds the thread up, which must not be taken for a wait of its own.
   */
  @Nullable Seen sample(long threadId, long nowNanos) {
    ThreadSample before = threads.peek(threadId);
    if (before == null) {
      return null;
    }
    boolean runnable = before.state() == Thread.State.RUNNABLE && !before.suspended();
    SystemView view = runnable ? system.look(threadId) : SystemView.UNKNOWN;
    Reading reading = read(threadId, nowNanos);
    ThreadSample sample = threads.sample(threadId);
    if (sample == null) {
      return null;
    }
    boolean same = sample.state() == Thread.State.RUNNABLE;
    return new Seen(reading, sample, same ? view : SystemView.UNKNOWN);
  }
}
