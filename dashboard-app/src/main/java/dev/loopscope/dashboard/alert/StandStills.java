package dev.loopscope.dashboard.alert;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Pause;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * When the whole JVM stood still, so that no rule blames code for it. Pauses may overlap (a
 * collection and its safepoint); what they cover counts once.
 */
final class StandStills implements AlertRule {

  /** As many as a stall could be compared with; older ones are forgotten. */
  private static final int MAX_PAUSES = 4_096;

  private final TreeSet<Pause> pauses =
      new TreeSet<>(
          Comparator.comparingLong(Pause::fromNanos)
              .thenComparingLong(Pause::toNanos)
              .thenComparing(Pause::cause));

  @Override
  public void accept(Frame frame) {
    if (frame instanceof Pause pause) {
      pauses.add(pause);
      if (pauses.size() > MAX_PAUSES) {
        pauses.pollFirst();
      }
    }
  }

  /** How much of the time from {@code from} to {@code to} the JVM stood still. */
  long nanosWithin(long from, long to) {
    long covered = 0;
    long upTo = from;
    for (Pause pause : pauses) {
      if (pause.fromNanos() >= to) {
        break;
      }
      long end = Math.min(pause.toNanos(), to);
      covered += Math.max(0, end - Math.max(upTo, pause.fromNanos()));
      upTo = Math.max(upTo, end);
    }
    return covered;
  }

  /** Whether the JVM stood still for most of the time from {@code from} to {@code to}. */
  boolean explain(long from, long to) {
    return to > from && nanosWithin(from, to) * 2 > to - from;
  }
}
