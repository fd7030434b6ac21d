package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.protocol.RunKind;
import java.util.List;

/**
 * How a task got to the loop that it blocked: who submitted it, who submitted that one, and so on.
 *
 * @param typeName binary class name of the task, empty when not known
 * @param kind what kind of run it is
 * @param waitedNanos how long it had been ready before it began, -1 when not known
 * @param submitter name of the thread that submitted it, as far as known; may be empty
 * @param parents who caused it, nearest first; the last is the root of its flow as far as known
 */
public record TaskStory(
    String typeName, RunKind kind, long waitedNanos, String submitter, List<Step> parents) {

  public TaskStory {
    parents = List.copyOf(parents);
  }

  /**
   * A run that caused the next one.
   *
   * @param run its id
   * @param loop the loop it ran on
   * @param loopName that loop's name
   * @param typeName binary class name of its type, empty when not known
   * @param kind what kind of run
   * @param startNanos when it began
   * @param waitedNanos how long it had been ready before it began, -1 when not known
   */
  public record Step(
      long run,
      int loop,
      String loopName,
      String typeName,
      RunKind kind,
      long startNanos,
      long waitedNanos) {}
}
