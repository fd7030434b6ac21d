package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.ArrayDeque;

/**
 * The last pauses of the JVM, to take out of what is blamed on code. Keeps at most {@link
 * #CAPACITY}. For one thread.
 */
final class PauseLog implements CauseShares.Pauses {

  static final int CAPACITY = 512;

  private final ArrayDeque<Pause> pauses = new ArrayDeque<>();

  void add(Pause pause) {
    if (pauses.size() == CAPACITY) {
      pauses.removeFirst();
    }
    pauses.addLast(pause);
  }

  /** How much of the time between the two moments went into pauses of {@code cause}. */
  @Override
  public long overlapNanos(Pause.Cause cause, long fromNanos, long toNanos) {
    long overlap = 0;
    for (Pause pause : pauses) {
      if (pause.cause() == cause) {
        long from = Math.max(fromNanos, pause.fromNanos());
        long to = Math.min(toNanos, pause.toNanos());
        overlap += Math.max(0, to - from);
      }
    }
    return Math.min(overlap, Math.max(0, toNanos - fromNanos));
  }
}
