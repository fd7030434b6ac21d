package dev.loopscope.agent.watch;

import dev.loopscope.agent.watch.system.CallKind;
import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.agent.watch.system.SystemView;
import java.util.function.BooleanSupplier;
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
  record Seen(Reading reading, ThreadSample sample, SystemView system) {

    private boolean isAsBefore(ThreadSample now) {
      return now.cpuNanos() >= 0
          && now.cpuNanos() == reading.cpuNanos()
          && sample.waitsLike(now)
          && sample.lockOwnerId() == now.lockOwnerId();
    }

    /** Without having run it cannot have come elsewhere; only a lock may have another owner. */
    private boolean isWhereItWas(long cpuNanos) {
      return cpuNanos >= 0 && cpuNanos == reading.cpuNanos() && sample.lockOwnerId() == 0;
    }

    private Seen again(Reading later, char state) {
      return new Seen(
          later,
          sample,
          state == system.state() ? system : new SystemView(state, "", CallKind.NONE, ""));
    }
  }

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
   * The thread with its stack, null when it has ended or gone on. The operating system is asked
   * first: taking the stack holds the thread up, which must not be taken for a wait of its own. It
   * is asked about threads that wait for the JVM as well: one that was woken and has no processor
   * yet still looks as if it waited. What a call is about comes last, because finding it takes
   * time. Where even the first question takes time, because the thread is still to be found, the
   * stack is taken before it: the run may be over until then.
   *
   * @param goesOn whether the thread is still at what is to be sampled
   * @param last the sample before, null for the first: a thread that has used no CPU time since,
   *     not a nanosecond, is where it was: only whether it has been woken is asked, and its stack
   *     need not be taken again
   */
  @Nullable Seen sample(long threadId, long nowNanos, BooleanSupplier goesOn, @Nullable Seen last) {
    if (last != null && !threads.mayBeHeld() && last.isWhereItWas(threads.cpuNanos(threadId))) {
      Seen again = again(threadId, nowNanos, last.sample, last);
      return goesOn.getAsBoolean() ? again : null;
    }
    ThreadSample before = threads.peek(threadId);
    if (before == null) {
      return null;
    }
    if (last != null && last.isAsBefore(before)) {
      Seen again = again(threadId, nowNanos, before, last);
      return goesOn.getAsBoolean() ? again : null;
    }
    if (!before.suspended() && !system.answersAtOnce(threadId)) {
      return sampleAndFind(threadId, nowNanos, goesOn);
    }
    SystemView view = before.suspended() ? SystemView.UNKNOWN : system.look(threadId);
    Reading reading = read(threadId, nowNanos);
    ThreadSample sample = threads.sample(threadId);
    if (sample == null || !goesOn.getAsBoolean()) {
      return null;
    }
    boolean same = sample.waitsLike(before);
    boolean inCall = same && sample.state() == Thread.State.RUNNABLE;
    SystemView described = inCall ? system.describe(view) : view;
    return new Seen(
        reading, sample, !same ? SystemView.UNKNOWN : goesOn.getAsBoolean() ? described : view);
  }

  private @Nullable Seen sampleAndFind(long threadId, long nowNanos, BooleanSupplier goesOn) {
    long cpu = threads.cpuNanos(threadId);
    long safepoints = safepointNanos.getAsLong();
    ThreadSample sample = threads.sample(threadId);
    if (sample == null || !goesOn.getAsBoolean()) {
      return null;
    }
    SystemView view = system.look(threadId);
    long queued = system.runQueueNanos(threadId);
    ThreadSample after = threads.peek(threadId);
    if (after == null || !goesOn.getAsBoolean()) {
      return new Seen(new Reading(nowNanos, cpu, -1, safepoints), sample, SystemView.UNKNOWN);
    }
    boolean stayed = after.waitsLike(sample) && after.cpuNanos() == cpu;
    boolean inCall = stayed && sample.state() == Thread.State.RUNNABLE;
    SystemView described = inCall ? system.describe(view) : view;
    return new Seen(
        new Reading(nowNanos, cpu, queued, safepoints),
        sample,
        !stayed ? SystemView.UNKNOWN : goesOn.getAsBoolean() ? described : view);
  }

  /** It has had no processor since, so what was counted of it and its call are the same. */
  private Seen again(long threadId, long nowNanos, ThreadSample now, Seen last) {
    char state = now.suspended() ? SystemView.UNKNOWN.state() : system.state(threadId);
    long queued = last.reading.runQueueNanos();
    return last.again(
        new Reading(
            nowNanos,
            last.reading.cpuNanos(),
            queued < 0 ? system.runQueueNanos(threadId) : queued,
            safepointNanos.getAsLong()),
        state);
  }
}
