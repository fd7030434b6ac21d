package dev.loopscope.dashboard.analysis.report;

import org.jspecify.annotations.Nullable;

/**
 * A long run.
 *
 * @param id its number
 * @param loop its loop's name
 * @param loopId number of its loop
 * @param kind {@code task}, {@code timer}, {@code io} or {@code internal}
 * @param type binary class name of the task, empty when not known
 * @param start when it began
 * @param durationNanos how long it took; until the end of the session when it had not ended
 * @param open whether it had not ended
 * @param culprit the line to blame, null when nobody saw it
 */
public record RunFacts(
    long id,
    String loop,
    int loopId,
    String kind,
    String type,
    Moment start,
    long durationNanos,
    boolean open,
    @Nullable CodePlace culprit) {}
