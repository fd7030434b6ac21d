package dev.loopscope.dashboard.analysis.report;

import java.util.List;

/**
 * What filled the time for which a task waited; the parts add up to {@code waitedNanos}.
 *
 * @param ready when it was ready
 * @param waitedNanos until it began
 * @param sentence the same in words
 * @param runs how many runs ran in that time, also in part
 * @param types of these, by type, most time first
 * @param ioNanos I/O phases
 * @param pausedNanos the whole JVM stood still
 * @param restNanos nothing known ran
 * @param exact false when merged runs lie only partly in that time
 */
public record DelayFacts(
    Moment ready,
    long waitedNanos,
    String sentence,
    long runs,
    List<Type> types,
    long ioNanos,
    long pausedNanos,
    long restNanos,
    boolean exact) {

  /** Runs of one type; {@code share} is that of the time waited, 0 to 1. */
  public record Type(String type, long runs, long nanos, double share) {}
}
