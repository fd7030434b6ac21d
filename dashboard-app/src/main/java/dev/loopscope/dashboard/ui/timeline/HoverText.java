package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.model.TickLabel;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import java.util.List;

/** Says what is under the pointer: a title, then facts. */
final class HoverText {

  private static final long MICRO = 1_000;

  private final Trace trace;

  HoverText(Trace trace) {
    this.trace = trace;
  }

  /** Lines of the tooltip, the title first; empty when there is nothing to say. */
  List<String> lines(Selected thing) {
    if (thing instanceof Selected.OfRun of) {
      return run(of.run());
    } else if (thing instanceof Selected.OfOpenRun of) {
      return open(of.run());
    } else if (thing instanceof Selected.OfGroup of) {
      return group(of.group());
    } else if (thing instanceof Selected.OfGap of) {
      return gap(of.gap());
    } else if (thing instanceof Selected.OfPause of) {
      return pause(of.pause());
    }
    return List.of();
  }

  private List<String> run(Run run) {
    String kind = Names.kind(run.kind()) + ", " + Names.outcome(run.outcome());
    String times = since(run.startNanos()) + ", ran " + Format.duration(run.durationNanos());
    return run.hasQueueDelay()
        ? List.of(
            type(run.type(), kind),
            kind,
            times,
            "waited " + Format.duration(run.queueDelayNanos()) + " in the queue")
        : List.of(type(run.type(), kind), kind, times);
  }

  private List<String> open(OpenRun run) {
    long now = trace.extent().toNanos();
    String kind = Names.kind(run.kind()) + ", still running";
    return List.of(
        type(run.type(), kind),
        kind,
        since(run.startNanos())
            + ", for "
            + Format.duration(Math.max(0, now - run.startNanos()))
            + " so far");
  }

  private List<String> group(Group group) {
    String runs = Format.plural(group.count(), "run", "runs");
    String share =
        Format.percent(
            (double) group.busyNanos() / Math.max(1, group.toNanos() - group.fromNanos()));
    return List.of(
        "Merged: " + runs + ", " + Format.plural(group.ioCount(), "I/O phase", "I/O phases"),
        "single runs were not kept, counts and times are exact",
        since(group.fromNanos())
            + ", over "
            + Format.duration(group.toNanos() - group.fromNanos())
            + ", busy "
            + share,
        "longest "
            + Format.duration(group.longestNanos())
            + " "
            + type(group.longestType(), "")
            + ", worst wait "
            + Format.duration(group.worstDelayNanos()));
  }

  private List<String> gap(Gap gap) {
    return List.of(
        "Lost " + Format.plural(gap.lost(), "run", "runs"),
        gap.reason(),
        since(gap.fromNanos()) + ", over " + Format.duration(gap.toNanos() - gap.fromNanos()));
  }

  private List<String> pause(Pause pause) {
    return List.of(
        Names.pause(pause.cause()) + ": the JVM stood still",
        pause.detail(),
        since(pause.fromNanos()) + ", for " + Format.duration(pause.toNanos() - pause.fromNanos()));
  }

  private String type(int type, String otherwise) {
    return type == 0 ? otherwise : CodeNames.type(trace.typeName(type));
  }

  private String since(long nanos) {
    return "at " + TickLabel.of(nanos - trace.extent().fromNanos(), MICRO);
  }
}
