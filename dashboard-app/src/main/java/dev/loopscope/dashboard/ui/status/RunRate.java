package dev.loopscope.dashboard.ui.status;

import java.util.ArrayDeque;
import java.util.Deque;

/** Runs a second of the target's time, over the last few seconds. */
final class RunRate {

  private static final long WINDOW_NANOS = 3_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;

  private record Reading(long atNanos, long runs) {}

  private final Deque<Reading> readings = new ArrayDeque<>();

  /** Notes that {@code runs} had ended by the time {@code atNanos}; time must not go back. */
  void note(long atNanos, long runs) {
    Reading last = readings.peekLast();
    if (last != null && atNanos <= last.atNanos()) {
      return;
    }
    readings.addLast(new Reading(atNanos, runs));
    while (readings.size() > 2 && readings.getFirst().atNanos() < atNanos - WINDOW_NANOS) {
      readings.removeFirst();
    }
  }

  /** The rate; 0 as long as there are not two readings. */
  double perSecond() {
    Reading first = readings.peekFirst();
    Reading last = readings.peekLast();
    if (first == null || last == null || last.atNanos() == first.atNanos()) {
      return 0;
    }
    return (last.runs() - first.runs()) * NANOS_PER_SECOND / (last.atNanos() - first.atNanos());
  }
}
