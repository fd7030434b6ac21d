package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Pinned;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Groups pinned virtual threads by the place at which they waited. */
final class PinnedParts {

  private record Key(String reason, @Nullable CodePlace place) {}

  private final Trace trace;
  private final ReportClock clock;
  private final IntFunction<String> loopName;
  private final Map<Key, Sum> sums = new LinkedHashMap<>();

  PinnedParts(Trace trace, ReportClock clock, IntFunction<String> loopName) {
    this.trace = trace;
    this.clock = clock;
    this.loopName = loopName;
  }

  /** Those that kept a carrier longest first. */
  List<PinnedFacts> of(List<Pinned> all) {
    for (Pinned pinned : all) {
      List<CodePlace> stack = stack(pinned);
      CodePlace culprit = CodePlace.culprit(stack, pinned.culpritFrame());
      CodePlace place = culprit == null && !stack.isEmpty() ? stack.get(0) : culprit;
      sums.computeIfAbsent(new Key(pinned.reason(), place), unused -> new Sum(pinned)).add(pinned);
    }
    return sums.values().stream()
        .map(this::facts)
        .sorted(Comparator.comparingLong(PinnedFacts::totalNanos).reversed())
        .toList();
  }

  private List<CodePlace> stack(Pinned pinned) {
    return CodePlace.stack(pinned.stack() == 0 ? null : trace.stack(pinned.stack()));
  }

  private PinnedFacts facts(Sum sum) {
    List<CodePlace> stack = stack(sum.worst);
    return new PinnedFacts(
        sum.worst.reason(),
        CodePlace.culprit(stack, sum.worst.culpritFrame()),
        sum.count,
        sum.threads.size(),
        sum.carriers.stream().map(loopName::apply).filter(name -> !name.isEmpty()).toList(),
        clock.moment(sum.first),
        clock.moment(sum.last),
        nanos(sum.worst),
        sum.totalNanos,
        stack);
  }

  private static long nanos(Pinned pinned) {
    return pinned.toNanos() - pinned.fromNanos();
  }

  private static final class Sum {
    private final Set<Long> threads = new HashSet<>();
    private final Set<Integer> carriers = new TreeSet<>();
    private final long first;
    private Pinned worst;
    private long last;
    private long count;
    private long totalNanos;

    /** They come by the time at which they began. */
    Sum(Pinned earliest) {
      first = earliest.fromNanos();
      last = earliest.toNanos();
      worst = earliest;
    }

    void add(Pinned pinned) {
      threads.add(pinned.threadId());
      carriers.add(pinned.carrier());
      last = Math.max(last, pinned.toNanos());
      worst = nanos(pinned) > nanos(worst) ? pinned : worst;
      count++;
      totalNanos += nanos(pinned);
    }
  }
}
