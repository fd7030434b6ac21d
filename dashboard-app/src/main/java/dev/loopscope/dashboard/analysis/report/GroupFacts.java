package dev.loopscope.dashboard.analysis.report;

/**
 * Alerts of the same trouble.
 *
 * @param rule as in {@link AlertFacts}
 * @param where group of the loops, empty when the whole process is concerned
 * @param kind kind of the loops, empty when the whole process is concerned
 * @param what culprit, type of task, cause or source; may be empty
 * @param count how many alerts
 * @param first when the first began
 * @param last up to when the last one lasted
 * @param worstNanos the worst of any
 * @param totalNanos the sum over all of how bad each got
 * @param open whether one of them lasted at the end of the session
 * @param sentence that of the worst
 */
public record GroupFacts(
    String rule,
    String where,
    String kind,
    String what,
    long count,
    Moment first,
    Moment last,
    long worstNanos,
    long totalNanos,
    boolean open,
    String sentence) {}
