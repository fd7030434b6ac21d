package dev.loopscope.dashboard.analysis.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param rule {@code blocked}, {@code starved}, {@code failing}, {@code pause} or {@code lost}
 * @param loop the loop's name, empty when it concerns the whole process
 * @param start when it began
 * @param durationNanos how long it lasted; until the end of the session when it was open
 * @param open whether it lasted at the end of the session
 * @param worstNanos how bad it got: the longest run, delay or pause
 * @param sentence what a person would say
 * @param causes what kept a blocked run from going on, largest share first
 * @param culprit the line to blame, null when there is none
 * @param stack the culprit's stack, innermost first; may be empty
 */
public record AlertFacts(
    String rule,
    String loop,
    Moment start,
    long durationNanos,
    boolean open,
    long worstNanos,
    String sentence,
    List<CauseShare> causes,
    @Nullable CodePlace culprit,
    List<CodePlace> stack) {

  /** One cause of a stall: what, for how long, and what was seen. */
  public record CauseShare(String cause, long nanos, String evidence) {}
}
