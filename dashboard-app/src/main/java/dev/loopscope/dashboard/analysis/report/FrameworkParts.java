package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.FrameworkCoverage;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.VirtualThreads;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The parts of a report that tell of the frameworks besides runs. */
final class FrameworkParts {

  private final Trace trace;
  private final TimeSpan span;
  private final ReportClock clock;
  private final IntFunction<String> loopName;

  FrameworkParts(Trace trace, TimeSpan span, ReportClock clock, IntFunction<String> loopName) {
    this.trace = trace;
    this.span = span;
    this.clock = clock;
    this.loopName = loopName;
  }

  List<FrameworkFacts> frameworks() {
    return FrameworkCoverage.of(trace.coverage(), trace.loops()).stream()
        .map(FrameworkFacts::of)
        .toList();
  }

  @Nullable VirtualThreadFacts virtualThreads() {
    List<VirtualThreads> told = trace.virtualThreads(span);
    if (told.isEmpty()) {
      return null;
    }
    VirtualThreads last = told.get(told.size() - 1);
    return new VirtualThreadFacts(
        last.started(),
        last.ended(),
        last.pinned(),
        last.parallelism(),
        last.carriers(),
        most(told, VirtualThreads::busyCarriers),
        most(told, VirtualThreads::queued));
  }

  private static long most(List<VirtualThreads> told, ToLongFunction<VirtualThreads> of) {
    return told.stream().mapToLong(of).max().orElse(-1);
  }

  List<PinnedFacts> pinned() {
    return new PinnedParts(trace, clock, loopName).of(trace.pinned(span));
  }

  List<WarningFacts> warnings() {
    return trace.warnings(span).stream()
        .map(
            warning ->
                new WarningFacts(
                    loopName.apply(warning.loop()),
                    warning.loop(),
                    clock.moment(warning.atNanos()),
                    warning.source(),
                    warning.text()))
        .toList();
  }
}
