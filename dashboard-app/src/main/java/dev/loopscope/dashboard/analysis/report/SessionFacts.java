package dev.loopscope.dashboard.analysis.report;

import java.util.Map;

/** What concerns the whole session rather than one of its loops. */
public final class SessionFacts {

  private SessionFacts() {}

  /** The watched process; see {@code ProcessInfo}. */
  public record Target(
      long pid, String name, String javaVersion, String javaVm, String os, int cpus) {}

  /** What the session covers. */
  public record Span(Moment start, Moment end, long durationNanos) {}

  /** Limits in force at the end. */
  public record Limits(
      long defaultLimitNanos,
      Map<String, Long> limitNanosByKind,
      Map<String, Long> limitNanosByName) {}

  /**
   * Sums over all loops; see {@link LoopFacts}.
   *
   * @param alerts how many, those included that are no longer kept one by one
   * @param alertsByRule the same for each rule that raised any, as {@link AlertFacts} writes it
   */
  public record Totals(
      int loops,
      long submitted,
      long runs,
      long failed,
      long cancelled,
      long lost,
      long merged,
      long alerts,
      Map<String, Long> alertsByRule) {}

  /** The JVM stood still. */
  public record Pause(String cause, Moment start, long durationNanos, String detail) {}

  /** Data was lost; {@code loop} is empty, {@code loopId} 0 when it concerns all loops. */
  public record Gap(
      String loop, int loopId, Moment start, long durationNanos, long lost, String reason) {}

  /** One instrumentation point; see {@code Coverage.Point}. */
  public record Point(
      String plugin,
      String framework,
      String point,
      String location,
      String state,
      long fired,
      String note) {}

  /**
   * What the agent cost, at its last word.
   *
   * @param cpuPercentOfOneCore its own threads, over the session
   * @param hookNanosEstimate time spent on the application's threads
   * @param bytesSent over the session
   * @param ringBytes memory of its rings
   * @param errors errors it swallowed; if everything works, 0
   * @param lastError the last of them, may be empty
   */
  public record AgentCost(
      double cpuPercentOfOneCore,
      long cpuNanos,
      long hookNanosEstimate,
      long bytesSent,
      long ringBytes,
      long errors,
      String lastError) {}
}
