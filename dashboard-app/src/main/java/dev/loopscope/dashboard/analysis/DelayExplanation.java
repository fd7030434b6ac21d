package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import java.util.List;

/**
 * What filled the time for which something waited on a loop. The parts add up to the span: what ran
 * by type, the I/O phases, pauses of the whole JVM, and the rest.
 *
 * @param loop the loop
 * @param span from when the work was ready until it began
 * @param runs how many runs ran in that time, also in part, I/O phases not counted
 * @param types what they were, most time first
 * @param ioNanos how long I/O phases took
 * @param pausedNanos how long the whole JVM stood still; no run is charged for it
 * @param restNanos when nothing known ran: the loop was idle, in its framework's own code, or its
 *     thread had no processor
 * @param exact false when merged runs lie only partly within the span, so that their part is an
 *     estimate
 */
public record DelayExplanation(
    int loop,
    TimeSpan span,
    long runs,
    List<TypeShare> types,
    long ioNanos,
    long pausedNanos,
    long restNanos,
    boolean exact) {

  public DelayExplanation {
    types = List.copyOf(types);
  }

  /**
   * Runs of one type.
   *
   * @param type its number, 0 for all runs of unknown type
   * @param typeName binary class name, a placeholder when not known
   * @param runs how many
   * @param nanos how long they ran within the span
   */
  public record TypeShare(int type, String typeName, long runs, long nanos) {}

  /** The share of {@code nanos} in the span, 0 to 1. */
  public double share(long nanos) {
    return span.isEmpty() ? 0 : (double) nanos / span.lengthNanos();
  }
}
