package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.Pause;
import java.util.ArrayList;
import java.util.List;

/** When the JVM stood still, as stretches that do not overlap. */
final class Pauses {

  private final List<TimeSpan> stretches = new ArrayList<>();

  private Pauses() {}

  /**
   * @param pauses in order of their start; they may overlap
   */
  static Pauses within(List<Pause> pauses, TimeSpan span) {
    Pauses all = new Pauses();
    long upTo = span.fromNanos();
    for (Pause pause : pauses) {
      long from = Math.max(upTo, pause.fromNanos());
      long to = Math.min(span.toNanos(), pause.toNanos());
      if (to > from) {
        all.stretches.add(new TimeSpan(from, to));
        upTo = to;
      }
    }
    return all;
  }

  long nanosWithin(long from, long to) {
    long covered = 0;
    for (TimeSpan stretch : stretches) {
      covered += Math.max(0, Math.min(to, stretch.toNanos()) - Math.max(from, stretch.fromNanos()));
    }
    return covered;
  }
}
