package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.TimeSpan;

/**
 * A rule that fired: one instance.
 *
 * @param id unique in the session, in order of appearance
 * @param rule which rule
 * @param loop number of the loop, 0 when it concerns the whole process
 * @param fromNanos when it began
 * @param toNanos when it ended, 0 while it lasts
 * @param worstNanos how bad it got (duration, lag, pause), in nanoseconds; grows while it lasts; 0
 *     where time does not say how bad it is (lost data, warnings)
 * @param stall id of the stall behind it, 0 when there is none
 * @param sentence what a person would say, for example {@code "worker-2 was blocked 340 ms in
 *     Thread.sleep, called by ChatHandler.onMessage (ChatHandler.java:42)"}
 * @param key what it has in common with others of the same trouble
 */
public record Alert(
    long id,
    AlertKind rule,
    int loop,
    long fromNanos,
    long toNanos,
    long worstNanos,
    long stall,
    String sentence,
    AlertKey key) {

  /** An alert that has nothing in common with others but its rule and its loop. */
  public Alert(
      long id,
      AlertKind rule,
      int loop,
      long fromNanos,
      long toNanos,
      long worstNanos,
      long stall,
      String sentence) {
    this(
        id,
        rule,
        loop,
        fromNanos,
        toNanos,
        worstNanos,
        stall,
        sentence,
        new AlertKey(rule, loop == 0 ? "" : "loop " + loop, ""));
  }

  public boolean isOpen() {
    return toNanos == 0;
  }

  /** Up to when it is known to have lasted; its end when it is over. */
  public long knownUntilNanos() {
    return isOpen() ? fromNanos + worstNanos : toNanos;
  }

  /** The same alert, over as far as is known; for when no more will be known of it. */
  Alert asLastKnown() {
    return isOpen()
        ? new Alert(id, rule, loop, fromNanos, knownUntilNanos(), worstNanos, stall, sentence, key)
        : this;
  }

  /** The span it covers up to {@code nowNanos}. */
  public TimeSpan span(long nowNanos) {
    long end = isOpen() ? nowNanos : toNanos;
    return new TimeSpan(fromNanos, Math.max(fromNanos, end));
  }
}
