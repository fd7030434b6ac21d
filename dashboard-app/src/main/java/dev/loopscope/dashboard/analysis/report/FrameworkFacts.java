package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.FrameworkCoverage;
import java.util.List;

/**
 * What the session sees of one framework, or of one copy of it.
 *
 * @param name as found in the process, with its version where known
 * @param plugin which part of the agent watches it
 * @param found whether any of its classes is in the process
 * @param loops how many of its loops are known
 * @param points how many points could be instrumented
 * @param woven how many of those are
 * @param fired how many were reached
 * @param notSeen what is not seen although the framework is there, in words
 */
public record FrameworkFacts(
    String name,
    String plugin,
    boolean found,
    int loops,
    long points,
    long woven,
    long fired,
    List<String> notSeen) {

  static FrameworkFacts of(FrameworkCoverage coverage) {
    return new FrameworkFacts(
        coverage.framework().name(),
        coverage.plugin(),
        coverage.found(),
        coverage.loops(),
        coverage.there(),
        coverage.woven(),
        coverage.fired(),
        coverage.notSeen());
  }
}
