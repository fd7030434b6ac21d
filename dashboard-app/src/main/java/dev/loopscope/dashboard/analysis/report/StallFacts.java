package dev.loopscope.dashboard.analysis.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of a stall.
 *
 * @param deadlock whether the holders wait for each other
 * @param holders who held the lock, who held the one that this holder waited for, and so on
 * @param task binary class name of the task, empty when not known
 * @param taskWaitedNanos how long the task had been ready before it began, -1 when not known
 * @param submitter thread that submitted it, may be empty
 * @param submittedBy the runs that led to it, nearest first; the last is the root of its flow
 * @param waitedTasks how many tasks waited behind it
 * @param longestWaitNanos how long the one that waited longest had waited
 */
public record StallFacts(
    boolean deadlock,
    List<Holder> holders,
    String task,
    long taskWaitedNanos,
    String submitter,
    List<Step> submittedBy,
    long waitedTasks,
    long longestWaitNanos) {

  /** A thread that held a lock; {@code lock} is {@code class@identity}. */
  public record Holder(
      String thread, String lock, String state, @Nullable CodePlace place, List<CodePlace> stack) {}

  /** A run that led to the next one. */
  public record Step(
      long id, String loop, String kind, String type, Moment start, long waitedNanos) {}
}
