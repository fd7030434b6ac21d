package dev.loopscope.dashboard.analysis.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that kept their carriers while they waited at the same place for the same reason.
 *
 * @param reason what pinned them as far as the JVM says; may be empty
 * @param culprit the line of the application that led there, null when there is none
 * @param count how often
 * @param threads how many different virtual threads
 * @param carriers names of the carriers they kept, sorted
 * @param first when the first began to wait
 * @param last up to when the last one waited
 * @param worstNanos the longest wait
 * @param totalNanos all waits together
 * @param stack of the longest, innermost first; empty when not known
 */
public record PinnedFacts(
    String reason,
    @Nullable CodePlace culprit,
    long count,
    long threads,
    List<String> carriers,
    Moment first,
    Moment last,
    long worstNanos,
    long totalNanos,
    List<CodePlace> stack) {}
