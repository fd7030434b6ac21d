package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayQuery;
import dev.loopscope.dashboard.analysis.report.AlertFacts.CauseShare;
import dev.loopscope.dashboard.analysis.verdict.DelayWords;
import dev.loopscope.dashboard.analysis.verdict.TaskStory;
import dev.loopscope.dashboard.analysis.verdict.Verdict;
import dev.loopscope.dashboard.analysis.verdict.Verdicts;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.Stall;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The parts of a report that concern alerts: verdicts, explanations, groups. */
final class AlertParts {

  private static final double SHARE_DIGITS = 1000;

  private final Trace trace;
  private final TimeSpan extent;
  private final ReportClock clock;
  private final Blame blame;
  private final IntFunction<String> loopName;
  private final Verdicts verdicts;
  private final DelayQuery delays;

  AlertParts(Trace trace, ReportClock clock, Blame blame, IntFunction<String> loopName) {
    this.trace = trace;
    extent = trace.extent();
    this.clock = clock;
    this.blame = blame;
    this.loopName = loopName;
    verdicts = new Verdicts(trace);
    delays = new DelayQuery(trace);
  }

  AlertFacts alert(Alert alert) {
    Stall stall = alert.stall() == 0 ? null : blame.stall(alert.stall());
    Verdict verdict = stall == null ? null : verdicts.of(stall);
    Place place = verdict == null ? pinned(alert) : Place.of(verdict);
    return new AlertFacts(
        Blame.word(alert.rule()),
        loopName.apply(alert.loop()),
        alert.loop(),
        clock.moment(alert.fromNanos()),
        alert.span(extent.toNanos()).lengthNanos(),
        alert.isOpen(),
        alert.worstNanos(),
        alert.sentence(),
        alert.key().what(),
        verdict == null
            ? List.of()
            : verdict.causes().stream().map(AlertParts::causeShare).toList(),
        place.culprit(),
        place.stack(),
        verdict == null ? null : stall(verdict),
        delay(alert));
  }

  /** Where code is to blame. */
  private record Place(@Nullable CodePlace culprit, List<CodePlace> stack) {

    static final Place UNKNOWN = new Place(null, List.of());

    static Place of(Verdict verdict) {
      StackFrame culprit = verdict.culprit();
      return new Place(culprit == null ? null : CodePlace.of(culprit), places(verdict.stack()));
    }
  }

  /** Where the virtual thread waited that kept its carrier longest. */
  private Place pinned(Alert alert) {
    if (alert.rule() != AlertKind.PINNED) {
      return Place.UNKNOWN;
    }
    for (Pinned pinned : trace.pinned(alert.span(extent.toNanos()))) {
      boolean isWorst =
          pinned.carrier() == alert.loop()
              && pinned.toNanos() - pinned.fromNanos() == alert.worstNanos();
      boolean isKnown = isWorst && pinned.stack() != 0;
      List<CodePlace> stack = CodePlace.stack(isKnown ? trace.stack(pinned.stack()) : null);
      CodePlace culprit = CodePlace.culprit(stack, pinned.culpritFrame());
      String what =
          culprit == null ? pinned.reason() : culprit.className() + "." + culprit.method();
      if (isWorst && what.equals(alert.key().what())) {
        return new Place(culprit, stack);
      }
    }
    return Place.UNKNOWN;
  }

  private static List<CodePlace> places(List<StackFrame> stack) {
    return stack.stream().map(CodePlace::of).toList();
  }

  private static CauseShare causeShare(Verdict.Cause cause) {
    return new CauseShare(
        Blame.word(cause.cause()),
        cause.nanos(),
        share(cause.share()),
        cause.evidence(),
        cause.subject());
  }

  private static double share(double exact) {
    return Math.round(exact * SHARE_DIGITS) / SHARE_DIGITS;
  }

  private StallFacts stall(Verdict verdict) {
    TaskStory story = verdict.story();
    return new StallFacts(
        verdict.stall().deadlock(),
        verdict.holders().stream().map(AlertParts::holder).toList(),
        story.typeName(),
        story.waitedNanos(),
        story.submitter(),
        story.parents().stream().map(this::step).toList(),
        verdict.waited().tasks(),
        verdict.waited().longestNanos());
  }

  private static StallFacts.Holder holder(Verdict.Holder holder) {
    List<CodePlace> stack = places(holder.stack());
    return new StallFacts.Holder(
        holder.holder().thread(),
        holder.holder().lock(),
        Blame.word(holder.holder().state()),
        stack.isEmpty() ? null : stack.get(0),
        stack);
  }

  private StallFacts.Step step(TaskStory.Step step) {
    return new StallFacts.Step(
        step.run(),
        step.loopName(),
        Blame.word(step.kind()),
        step.typeName(),
        clock.moment(step.startNanos()),
        step.waitedNanos());
  }

  private @Nullable DelayFacts delay(Alert alert) {
    DelayExplanation why =
        alert.rule() == AlertKind.STARVED
            ? delays.worst(alert.loop(), alert.span(extent.toNanos()), alert.worstNanos())
            : null;
    return why == null
        ? null
        : new DelayFacts(
            clock.moment(why.span().fromNanos()),
            why.span().lengthNanos(),
            DelayWords.waited(why),
            why.runs(),
            why.types().stream().map(type -> type(why, type)).toList(),
            why.ioNanos(),
            why.pausedNanos(),
            why.restNanos(),
            why.exact());
  }

  private static DelayFacts.Type type(DelayExplanation why, DelayExplanation.TypeShare type) {
    String name = type.type() == 0 ? "" : type.typeName();
    return new DelayFacts.Type(name, type.runs(), type.nanos(), share(why.share(type.nanos())));
  }

  GroupFacts group(AlertGroup group) {
    return new GroupFacts(
        Blame.word(group.key().rule()),
        group.key().where(),
        group.key().kind(),
        group.key().what(),
        group.count(),
        clock.moment(group.firstNanos()),
        clock.moment(group.lastNanos()),
        group.worstNanos(),
        group.totalNanos(),
        group.open(),
        group.worst().sentence());
  }
}
