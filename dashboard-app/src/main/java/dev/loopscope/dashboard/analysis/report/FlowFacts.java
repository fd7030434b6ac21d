package dev.loopscope.dashboard.analysis.report;

/**
 * A run that nothing known caused, with all that it caused.
 *
 * @param rootType binary class name of the first run's type, empty when not known
 * @param loop the first run's loop
 * @param loopId its number
 * @param from when it was submitted
 * @param to when its last run ended
 * @param durationNanos from {@code from} to {@code to}
 * @param busyNanos how long its runs ran together
 * @param runs how many runs
 * @param failed how many of them failed
 */
public record FlowFacts(
    String rootType,
    String loop,
    int loopId,
    Moment from,
    Moment to,
    long durationNanos,
    long busyNanos,
    int runs,
    int failed) {}
