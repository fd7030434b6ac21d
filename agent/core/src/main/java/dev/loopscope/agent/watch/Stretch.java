package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Stall.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The time between two samples, and what it went into.
 *
 * <p>A thread that was seen waiting, for whatever it was, waited all the time that it was neither
 * on a CPU nor in the run queue. A thread that was able to run had the CPU for as long as it was
 * measured, and waited for one as long as the run queue says; a small rest goes to both alike
 * (counters lag, hypervisors take their part). A large rest has another reason, which the sample
 * did not show: safepoints, as far as their total says so; the run queue, if the thread is in it
 * now, because that wait is counted only when it ends; otherwise it is unknown and says why.
 *
 * <p>Where the sample before saw the thread wait and this one saw it able to run, the rest is that
 * wait's. A call on a file that followed computing gets half of the time.
 *
 * @param before what the sample before saw, null for the first
 * @param queues whether the thread was woken, waits for a CPU, and has not had one since
 * @param nanos its length without pauses of the JVM
 */
record Stretch(
    @Nullable SampleCause before,
    Observation observation,
    Usage usage,
    boolean queues,
    double nanos) {

  /** A rest that needs no explanation. */
  private static final double SMALL_REST = 0.3;

  void addTo(ShareTally tally) {
    SampleCause cause = observation.cause();
    if (cause.cause() == Cause.CPU) {
      ableToRun(cause, tally);
    } else if (cause.keepsCpu() && before != null && before.cause() == Cause.CPU) {
      tally.add(Cause.CPU, nanos / 2, before.seen(), "");
      tally.seen(cause, nanos / 2);
    } else if (queues) {
      tally.add(Cause.CPU, nanos * Math.max(0, usage.cpu()), "on a CPU before it waited", "");
      tally.starved(nanos * (1 - Math.max(0, usage.cpu())));
    } else if (cause.keepsCpu() || cause.cause() == Cause.FROZEN || !usage.isKnown()) {
      tally.seen(cause, nanos);
    } else if (cause.cause() == Cause.BLOCKING_IO && usage.cpu() > 0.5) {
      // a call that can wait and did not: it was busy in the system
      tally.seen(new SampleCause(Cause.CPU, cause.seen(), ""), nanos * usage.cpu());
      rest(cause, 1 - usage.cpu(), tally);
    } else {
      double queued = Math.max(0, usage.runQueue());
      tally.add(Cause.CPU, nanos * usage.cpu(), "on a CPU between samples that saw it wait", "");
      tally.starved(nanos * queued);
      tally.seen(cause, nanos * (1 - usage.cpu() - queued));
    }
  }

  private void ableToRun(SampleCause seen, ShareTally tally) {
    if (!usage.isKnown()) {
      tally.seen(new SampleCause(Cause.UNKNOWN, seen.seen() + ", CPU time unknown", ""), nanos);
      return;
    }
    double queued = Math.max(0, usage.runQueue());
    double rest = 1 - usage.cpu() - queued;
    tally.able(nanos, nanos * usage.cpu());
    SampleCause cause = new SampleCause(Cause.CPU, CodeWords.of(observation.stack()), "");
    if (rest <= SMALL_REST) {
      double scale = 1 / (usage.cpu() + queued);
      tally.seen(cause, nanos * usage.cpu() * scale);
      tally.starved(nanos * queued * scale);
    } else {
      tally.seen(cause, nanos * usage.cpu());
      tally.starved(nanos * queued);
      rest(cause, rest, tally);
    }
  }

  private void rest(SampleCause cause, double rest, ShareTally tally) {
    double safepoints = Math.min(rest, usage.safepoint());
    tally.safepoints(nanos * safepoints);
    double left = nanos * (rest - safepoints);
    char state = observation.system().state();
    if (cause.cause() == Cause.BLOCKING_IO) {
      tally.add(Cause.BLOCKING_IO, left, cause.seen(), cause.subject());
    } else if (before != null && waits(before)) {
      tally.add(before.cause(), left, before.seen(), before.subject());
    } else if (state == 'R' && usage.cpu() < SMALL_REST) {
      tally.starved(left);
    } else if (!observation.system().isKnown() && observation.sample().inNativeMethod()) {
      tally.add(Cause.BLOCKING_IO, left, "in native code, not on a CPU: " + cause.seen(), "");
    } else {
      String why =
          usage.runQueue() < 0
              ? " without using the CPU; whether it waited for one is not known on this system"
              : " without using the CPU, and not waiting for one";
      tally.add(Cause.UNKNOWN, left, cause.seen() + why, "");
    }
  }

  private static boolean waits(SampleCause cause) {
    return switch (cause.cause()) {
      case LOCK, SLEEP, WAIT, BLOCKING_IO -> true;
      case UNKNOWN, GC, SAFEPOINT, FROZEN, CPU, STARVED -> false;
    };
  }
}
