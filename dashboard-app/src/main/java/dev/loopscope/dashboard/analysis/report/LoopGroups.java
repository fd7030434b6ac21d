package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.Spread;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Puts the sums of loops together by group. */
final class LoopGroups {

  private final Trace trace;
  private final TimeSpan extent;

  LoopGroups(Trace trace, TimeSpan extent) {
    this.trace = trace;
    this.extent = extent;
  }

  /**
   * All groups, by name.
   *
   * @param loops the sums of all loops, all runs added
   */
  List<LoopGroupFacts> of(List<LoopSums> loops) {
    Map<String, List<LoopSums>> byName = new TreeMap<>();
    loops.forEach(
        loop -> byName.computeIfAbsent(loop.groupName(), unused -> new ArrayList<>()).add(loop));
    List<LoopGroupFacts> groups = new ArrayList<>();
    byName.forEach((name, members) -> groups.add(group(name, members)));
    return List.copyOf(groups);
  }

  private LoopGroupFacts group(String name, List<LoopSums> members) {
    List<LoopFacts> facts = members.stream().map(LoopSums::facts).toList();
    return new LoopGroupFacts(
        name,
        facts.stream().map(LoopFacts::kind).distinct().sorted().toList(),
        facts.size(),
        LoopSums.busyPercent(
            sum(members, LoopSums::toldBusyNanos), sum(members, LoopSums::toldWaitNanos)),
        lag(members),
        spread(members, LoopSums::delays),
        spread(members, LoopSums::durations),
        spread(members, LoopSums::ioDurations),
        sum(facts, LoopFacts::submitted),
        sum(facts, LoopFacts::runs),
        sum(facts, LoopFacts::failed),
        sum(facts, LoopFacts::cancelled),
        sum(facts, LoopFacts::lost),
        sum(facts, LoopFacts::merged),
        sum(facts, LoopFacts::blockedNanos));
  }

  private Percentiles lag(List<LoopSums> members) {
    return new LagParts(trace, extent)
        .of(
            members.stream().map(LoopSums::id).toList(),
            members.stream().map(LoopSums::lag).toList());
  }

  private static Percentiles spread(List<LoopSums> members, Function<LoopSums, Spread> of) {
    Spread all = new Spread();
    members.forEach(member -> all.add(of.apply(member)));
    return Percentiles.of(all);
  }

  private static <T> long sum(List<T> all, ToLongFunction<T> of) {
    return all.stream().mapToLong(of).sum();
  }
}
