package dev.loopscope.dashboard.analysis.report;

/**
 * A point in time, on every clock that somebody may compare it with.
 *
 * @param wall ISO 8601 in UTC, to the microsecond; empty when the stream had no clock
 * @param epochNanos nanoseconds since 1970-01-01T00:00Z; 0 when the stream had no clock
 * @param sinceStartNanos nanoseconds since the span of the report began; negative before it
 * @param nanoTime {@code System.nanoTime()} of the watched process
 */
public record Moment(String wall, long epochNanos, long sinceStartNanos, long nanoTime) {}
