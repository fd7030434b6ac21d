package dev.loopscope.dashboard.analysis.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param rule {@code blocked}, {@code starved}, {@code failing}, {@code queue}, {@code pause},
 *     {@code pinned}, {@code lost}, {@code deadlock} or {@code warning}
 * @param loop the loop's name, empty when it concerns the whole process
 * @param loopId number of the loop, 0 when it concerns the whole process
 * @param start when it began
 * @param durationNanos how long it lasted; until the end of the session when it was open
 * @param open whether it lasted at the end of the session
 * @param worstNanos how bad it got: the longest run, delay or pause; 0 for lost data and warnings
 * @param sentence what a person would say
 * @param what what it has in common with others of its group, see {@link GroupFacts}
 * @param causes what kept a blocked run from going on, largest share first
 * @param culprit the line to blame, null when there is none; of pinned virtual threads that of the
 *     longest wait
 * @param stack the culprit's stack, innermost first; may be empty
 * @param stall more about the stall behind it, null when there is none
 * @param delay what kept the task waiting that waited longest, null when the loop was not starved
 */
public record AlertFacts(
    String rule,
    String loop,
    int loopId,
    Moment start,
    long durationNanos,
    boolean open,
    long worstNanos,
    String sentence,
    String what,
    List<CauseShare> causes,
    @Nullable CodePlace culprit,
    List<CodePlace> stack,
    @Nullable StallFacts stall,
    @Nullable DelayFacts delay) {

  /**
   * One cause of a stall.
   *
   * @param cause what
   * @param nanos for how long
   * @param share of the stall, 0 to 1
   * @param evidence what was seen
   * @param subject what it was about: a peer, a file, a lock's class; may be empty
   */
  public record CauseShare(
      String cause, long nanos, double share, String evidence, String subject) {}
}
