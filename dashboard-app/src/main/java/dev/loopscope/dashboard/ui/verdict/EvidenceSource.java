package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayQuery;
import dev.loopscope.dashboard.analysis.WaitedBehind;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.flame.FlameTree;
import dev.loopscope.dashboard.ui.verdict.Evidence.Fact;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of an alert. Looks at runs and stacks: not for the FX thread. */
public final class EvidenceSource {

  private static final int MAX_LINES = 12;

  private final Trace trace;
  private final Moments moments;

  public EvidenceSource(Trace trace, Moments moments) {
    this.trace = trace;
    this.moments = moments;
  }

  /** What is known now; more may be known later while the alert lasts. */
  public Evidence of(Alert alert) {
    TimeSpan span = alert.span(trace.extent().toNanos());
    Stall stall = stall(alert);
    if (stall != null) {
      return ofStall(stall, span.lengthNanos());
    }
    return switch (alert.rule()) {
      case PINNED -> pinned(alert, span);
      case PAUSE -> facts(span, pauses(span));
      case LOST -> facts(span, gaps(alert, span));
      case WARNING -> facts(span, warnings(alert, span));
      case FAILING -> facts(span, failures(alert, span));
      case QUEUE -> late(alert, span, queue(alert));
      case STARVED -> late(alert, span, List.of());
      case BLOCKED, DEADLOCK -> facts(span, List.of());
    };
  }

  private @Nullable Stall stall(Alert alert) {
    if (alert.stall() == 0) {
      return null;
    }
    return trace.stalls().stream()
        .filter(stall -> stall.id() == alert.stall())
        .findFirst()
        .orElse(null);
  }

  private Evidence ofStall(Stall stall, long lasted) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Limit", Format.duration(stall.limitNanos())));
    facts.add(
        new Fact(
            "Noticed",
            "after " + Format.duration(stall.detectedNanos() - stall.run().startNanos())));
    facts.add(new Fact("Samples", Format.exact(stall.samples().size())));
    if (!stall.isOpen()) {
      WaitedBehind waited = WaitedBehind.of(trace, stall.loop(), stall.endNanos());
      facts.add(
          new Fact(
              "Waited for it",
              waited.tasks() == 0 && !waited.merged()
                  ? "nobody"
                  : (waited.merged() ? "more than " : "")
                      + Format.plural(waited.tasks(), "task", "tasks")
                      + ", the longest "
                      + Format.duration(waited.longestNanos())));
    }
    return new Evidence(
        stall,
        lasted,
        stack(stall),
        stall.culpritFrame(),
        FlameTree.of(stall, trace::stack),
        TaskPath.to(trace, stall.loop(), stall.run()),
        null,
        facts);
  }

  /** The stack to blame; while none is, the newest that was seen. */
  private @Nullable Stack stack(Stall stall) {
    Stack culprit = stall.culpritStack() == 0 ? null : trace.stack(stall.culpritStack());
    int samples = stall.samples().size();
    return culprit != null || samples == 0
        ? culprit
        : trace.stack(stall.samples().get(samples - 1).stack());
  }

  private static Evidence facts(TimeSpan span, List<Fact> facts) {
    return new Evidence(null, span.lengthNanos(), null, -1, FlameTree.EMPTY, null, null, facts);
  }

  private Evidence late(Alert alert, TimeSpan span, List<Fact> facts) {
    DelayExplanation why = alert.loop() == 0 || span.isEmpty() ? null : delay(alert, span);
    return new Evidence(null, span.lengthNanos(), null, -1, FlameTree.EMPTY, null, why, facts);
  }

  /**
   * What filled the time for which the task waited that waited longest; the time of the whole alert
   * when that task is no longer kept.
   */
  private DelayExplanation delay(Alert alert, TimeSpan span) {
    DelayQuery query = new DelayQuery(trace);
    // Those behind a blocked run waited longer, and a starved loop is not to be explained by them.
    long most = alert.rule() == AlertKind.STARVED ? alert.worstNanos() : Long.MAX_VALUE;
    DelayExplanation worst = query.worst(alert.loop(), span, most);
    if (worst != null && worst.span().lengthNanos() * 2 >= alert.worstNanos()) {
      return worst;
    }
    return query.of(alert.loop(), span);
  }

  private Evidence pinned(Alert alert, TimeSpan span) {
    Pinned worst =
        trace.pinned(span).stream()
            .filter(wait -> alert.loop() == 0 || wait.carrier() == alert.loop())
            .max(Comparator.comparingLong(wait -> wait.toNanos() - wait.fromNanos()))
            .orElse(null);
    if (worst == null) {
      return facts(span, List.of());
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Carrier", loopName(worst.carrier())));
    facts.add(
        new Fact(
            "Virtual thread",
            (worst.thread().isEmpty() ? "without a name" : worst.thread())
                + ", number "
                + worst.threadId()));
    facts.add(new Fact("Pinned for", Format.duration(worst.toNanos() - worst.fromNanos())));
    if (!worst.reason().isEmpty()) {
      facts.add(new Fact("Why", CodeNames.withoutPackages(worst.reason())));
    }
    return new Evidence(
        null,
        span.lengthNanos(),
        worst.stack() == 0 ? null : trace.stack(worst.stack()),
        worst.culpritFrame(),
        FlameTree.EMPTY,
        null,
        null,
        facts);
  }

  private List<Fact> pauses(TimeSpan span) {
    List<Fact> facts = new ArrayList<>();
    for (Pause pause : trace.pauses(span)) {
      String length = Format.duration(pause.toNanos() - pause.fromNanos());
      facts.add(
          new Fact(
              Names.pause(pause.cause()),
              length + (pause.detail().isEmpty() ? "" : ", " + pause.detail())));
    }
    facts.add(new Fact("Code", "No run is to blame for this time."));
    return capped(facts);
  }

  private List<Fact> gaps(Alert alert, TimeSpan span) {
    List<Fact> facts = new ArrayList<>();
    for (Gap gap : trace.gaps(span)) {
      if (alert.loop() == 0 || gap.loop() == alert.loop()) {
        facts.add(
            new Fact(
                moments.text(gap.fromNanos()),
                Format.plural(gap.lost(), "run", "runs") + " lost: " + gap.reason()));
      }
    }
    return capped(facts);
  }

  private List<Fact> warnings(Alert alert, TimeSpan span) {
    List<Fact> facts = new ArrayList<>();
    for (Warning warning : trace.warnings(new TimeSpan(span.fromNanos(), span.toNanos() + 1))) {
      if (alert.loop() == 0 || warning.loop() == alert.loop()) {
        facts.add(new Fact(warning.source(), warning.text()));
      }
    }
    return capped(facts);
  }

  private List<Fact> failures(Alert alert, TimeSpan span) {
    Map<String, Long> failed = new TreeMap<>();
    trace.forEachRun(
        new TimeSpan(span.fromNanos(), span.toNanos() + 1),
        (run, loop) -> {
          if (run.outcome() == Outcome.FAILED && (alert.loop() == 0 || loop == alert.loop())) {
            String type = run.type() == 0 ? "unknown" : trace.typeName(run.type());
            failed.merge(CodeNames.type(type), 1L, Long::sum);
          }
        });
    List<Fact> facts = new ArrayList<>();
    failed.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            entry ->
                facts.add(
                    new Fact(entry.getKey(), Format.plural(entry.getValue(), "task", "tasks"))));
    return capped(facts);
  }

  private List<Fact> queue(Alert alert) {
    LoopInfo info = trace.loop(alert.loop());
    if (info == null || info.state() == null || info.state().pending() < 0) {
      return List.of();
    }
    String when = trace.isOver() ? "In the queue at the end" : "In the queue now";
    return List.of(new Fact(when, Format.exact(info.state().pending())));
  }

  private static List<Fact> capped(List<Fact> facts) {
    if (facts.size() <= MAX_LINES) {
      return facts;
    }
    List<Fact> some = new ArrayList<>(facts.subList(0, MAX_LINES));
    some.add(new Fact("", "and " + (facts.size() - MAX_LINES) + " more"));
    return some;
  }

  private String loopName(int loop) {
    LoopInfo info = loop == 0 ? null : trace.loop(loop);
    return info == null ? "unknown" : info.loop().name();
  }
}
