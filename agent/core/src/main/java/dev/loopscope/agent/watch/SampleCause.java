package dev.loopscope.agent.watch;

import dev.loopscope.agent.watch.system.SystemView;
import dev.loopscope.protocol.Stall.Cause;
import java.util.regex.Pattern;

/**
 * What one sample says about why its thread does not get on.
 *
 * @param cause the cause; {@link Cause#CPU} stands for "able to run": only the CPU time used says
 *     whether it really ran
 * @param seen what was seen, in words
 * @param subject what it is about: a lock, a file, a peer; may be empty
 * @param keepsCpu whether CPU time used meanwhile belongs to this cause too, as with files: copying
 *     from the page cache is as much part of reading them as waiting for the disk
 */
record SampleCause(Cause cause, String seen, String subject, boolean keepsCpu) {

  /** Classes whose locks have no owner that the JVM could tell: readers, or a stamp. */
  private static final Pattern LOCK_CLASS =
      Pattern.compile("(.*Lock\\$\\w*Sync|java\\.util\\.concurrent\\.locks\\.StampedLock)@.*");

  /** What stands behind the name of a class that only waits for it. */
  private static final Pattern INNER = Pattern.compile("(\\$\\w+)?@[0-9a-f]+$");

  SampleCause(Cause cause, String seen, String subject) {
    this(cause, seen, subject, false);
  }

  static SampleCause of(ThreadSample sample, SystemView system) {
    if (sample.suspended()) {
      return new SampleCause(Cause.FROZEN, "suspended by a debugger", "");
    }
    if (system.isStopped()) {
      return new SampleCause(Cause.FROZEN, "stopped from outside", "");
    }
    return switch (sample.state()) {
      case BLOCKED -> new SampleCause(Cause.LOCK, "BLOCKED on " + lock(sample), sample.lock());
      case WAITING, TIMED_WAITING -> waiting(sample);
      default -> RunnableCause.of(sample, system);
    };
  }

  private static SampleCause waiting(ThreadSample sample) {
    String state = sample.state().name();
    if (Frames.isIn(sample, "java.lang.Thread", "sleep", 4)) {
      return new SampleCause(Cause.SLEEP, state + " in Thread.sleep", "");
    }
    if (sample.lockOwnerId() != 0 || LOCK_CLASS.matcher(sample.lock()).matches()) {
      return new SampleCause(Cause.LOCK, state + " for " + lock(sample), sample.lock());
    }
    return new SampleCause(
        Cause.WAIT, state + " in " + Frames.outermostJdkMethod(sample), awaited(sample));
  }

  /** What a thread waits on, without the classes that only do the waiting. */
  private static String awaited(ThreadSample sample) {
    return INNER.matcher(sample.lock()).replaceFirst("");
  }

  private static String lock(ThreadSample sample) {
    String lock = sample.lock().isEmpty() ? "a lock" : sample.lock();
    return sample.lockOwner().isEmpty()
        ? lock
        : lock + " held by thread \"" + sample.lockOwner() + '"';
  }
}
