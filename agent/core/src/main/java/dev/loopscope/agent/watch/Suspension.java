package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;

/**
 * The time in which a debugger held a loop's thread, or the thread that holds the lock it waits
 * for. Seen only by looking, so a stretch between two looks counts as held when the later one saw
 * it, or the earlier one did: rather too long than blaming code for a breakpoint. For the watcher's
 * thread.
 */
final class Suspension {

  private final PauseLog log = new PauseLog();
  private long lookedNanos;
  private boolean held;
  private long nanos;

  /**
   * @param startNanos when the run began: from then on it may have been held
   */
  Suspension(long startNanos) {
    lookedNanos = startNanos;
  }

  void look(boolean suspended, long nowNanos) {
    if (suspended || held) {
      nanos += nowNanos - lookedNanos;
      log.add(new Pause(Pause.Cause.FROZEN, lookedNanos, nowNanos, "held by a debugger"));
    }
    held = suspended;
    lookedNanos = nowNanos;
  }

  /** The run is over: if it was held when it was looked at last, it was let go in between. */
  void end(long endNanos) {
    if (held && endNanos > lookedNanos) {
      look(false, endNanos);
    }
  }

  /** For how long it was held so far. */
  long nanos() {
    return nanos;
  }

  /** Pauses of the JVM together with this. */
  CauseShares.Pauses with(CauseShares.Pauses pauses) {
    return (cause, from, to) -> {
      long overlap = pauses.overlapNanos(cause, from, to);
      return cause == Pause.Cause.FROZEN
          ? Math.max(overlap, log.overlapNanos(cause, from, to))
          : overlap;
    };
  }
}
