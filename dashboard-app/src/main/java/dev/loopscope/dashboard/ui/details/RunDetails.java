package dev.loopscope.dashboard.ui.details;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.details.Details.Fact;
import dev.loopscope.dashboard.ui.details.Details.Section;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lifecycle of one run: submitted → queue delay → run → outcome. */
final class RunDetails {

  private static final int MAX_CHILDREN = 20;
  private static final long CHILDREN_WITHIN_NANOS = 10_000_000_000L;

  private final Trace trace;
  private final Moments moments;

  RunDetails(Trace trace, Moments moments) {
    this.trace = trace;
    this.moments = moments;
  }

  Details of(int loop, Run run) {
    String sentence =
        run.outcome() == Outcome.CANCELLED
            ? "cancelled before it ran, on " + loopName(loop)
            : Format.duration(run.durationNanos()) + " on " + loopName(loop);
    List<Fact> life =
        lifecycle(run.submittedNanos(), run.dueNanos(), run.startNanos(), run.submitter());
    if (run.hasQueueDelay()) {
      life.add(Fact.of("Queue delay", Format.duration(run.queueDelayNanos())));
    }
    if (run.kind() == RunKind.IO) {
      life.add(Fact.of("Waited in select", Format.duration(run.pollNanos())));
    }
    life.add(Fact.of("Ended", moments.text(run.endNanos())));
    life.add(Fact.of("Duration", Format.duration(run.durationNanos())));
    life.add(Fact.of("Outcome", Names.outcome(run.outcome())));
    return assemble(
        loop,
        run.id(),
        run.parent(),
        run.type(),
        run.kind(),
        sentence,
        life,
        new TimeSpan(run.startNanos(), run.endNanos()));
  }

  Details of(int loop, OpenRun run) {
    long now = Math.max(run.startNanos(), trace.extent().toNanos());
    List<Fact> life =
        lifecycle(run.submittedNanos(), run.dueNanos(), run.startNanos(), run.submitter());
    life.add(Fact.of("Runs for", Format.duration(now - run.startNanos())));
    return assemble(
        loop,
        run.id(),
        run.parent(),
        run.type(),
        run.kind(),
        "still runs on " + loopName(loop),
        life,
        new TimeSpan(run.startNanos(), now));
  }

  private List<Fact> lifecycle(long submitted, long due, long start, long submitter) {
    List<Fact> facts = new ArrayList<>();
    if (submitted != 0) {
      facts.add(Fact.of(due != 0 ? "Scheduled" : "Submitted", moments.text(submitted)));
    }
    if (submitter != 0) {
      facts.add(Fact.of("Submitted by", threadName(submitter)));
    }
    if (due != 0) {
      facts.add(Fact.of("Due", moments.text(due)));
    }
    facts.add(Fact.of("Started", moments.text(start)));
    return facts;
  }

  private Details assemble(
      int loop,
      long id,
      long parent,
      int type,
      RunKind kind,
      String sentence,
      List<Fact> life,
      TimeSpan span) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Lifecycle", life));
    Stall stall = stallOf(id);
    if (stall != null) {
      sections.add(new Section("Why it took so long", causes(stall)));
    }
    sections.add(
        new Section(
            "What it is",
            List.of(
                Fact.of("Type", type == 0 ? "unknown" : trace.typeName(type)),
                Fact.of("Kind", Names.kind(kind)),
                new Fact("Loop", loopName(loop), new Selected.OfLoop(loop)))));
    sections.add(new Section("Flow", family(id, parent, span)));
    String title = type == 0 ? Names.kind(kind) : CodeNames.type(trace.typeName(type));
    return new Details(
        title,
        sentence,
        sections,
        stall == null ? null : trace.stack(stall.culpritStack()),
        stall == null ? -1 : stall.culpritFrame());
  }

  private List<Fact> family(long id, long parent, TimeSpan span) {
    List<Fact> facts = new ArrayList<>();
    LocatedRun cause = parent == 0 ? null : trace.find(parent);
    if (parent == 0) {
      facts.add(Fact.of("Caused by", "nothing that was watched"));
    } else if (cause == null) {
      facts.add(Fact.of("Caused by", "a run that is no longer kept"));
    } else {
      facts.add(new Fact("Caused by", describe(cause), target(cause)));
    }
    List<LocatedRun> children = children(id, span);
    for (LocatedRun child : children) {
      facts.add(new Fact("Caused", describe(child), target(child)));
    }
    if (children.size() == MAX_CHILDREN) {
      facts.add(Fact.of("", "and perhaps more"));
    }
    return facts;
  }

  /** Runs submitted by this one, in the time in which most children start. */
  private List<LocatedRun> children(long id, TimeSpan span) {
    List<LocatedRun> children = new ArrayList<>();
    TimeSpan search = new TimeSpan(span.fromNanos(), span.toNanos() + CHILDREN_WITHIN_NANOS);
    trace.forEachRun(
        search,
        (run, loop) -> {
          if (run.parent() == id && children.size() < MAX_CHILDREN) {
            children.add(new LocatedRun((int) loop, run));
          }
        });
    return children;
  }

  private static List<Fact> causes(Stall stall) {
    List<Fact> facts = new ArrayList<>();
    for (Stall.Share share : stall.shares()) {
      facts.add(
          Fact.of(
              Names.cause(share.cause()),
              Format.duration(share.nanos())
                  + (share.evidence().isEmpty() ? "" : ", " + share.evidence())));
    }
    facts.add(Fact.of("Limit", Format.duration(stall.limitNanos())));
    facts.add(Fact.of("Samples", Format.exact(stall.samples().size())));
    return facts;
  }

  private @Nullable Stall stallOf(long run) {
    return trace.stalls().stream().filter(s -> s.run().id() == run).findFirst().orElse(null);
  }

  private String describe(LocatedRun located) {
    Run run = located.run();
    String name =
        run.type() == 0 ? Names.kind(run.kind()) : CodeNames.type(trace.typeName(run.type()));
    return name + ", " + Format.duration(run.durationNanos()) + " on " + loopName(located.loop());
  }

  private static Selected target(LocatedRun located) {
    return new Selected.OfRun(located.loop(), located.run());
  }

  private String threadName(long threadId) {
    for (LoopInfo info : trace.loops()) {
      if (info.loop().threadId() == threadId) {
        return info.loop().name();
      }
    }
    return "thread " + threadId;
  }

  String loopName(int loop) {
    LoopInfo info = trace.loop(loop);
    return info == null ? "loop " + loop : info.loop().name();
  }
}
