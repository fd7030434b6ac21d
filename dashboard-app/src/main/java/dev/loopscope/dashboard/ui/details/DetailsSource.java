package dev.loopscope.dashboard.ui.details;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayQuery;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.details.Details.Fact;
import dev.loopscope.dashboard.ui.details.Details.Section;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Pause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of anything that can be selected. Any thread. */
final class DetailsSource {

  private final Trace trace;
  private final Moments moments;
  private final RunDetails runs;

  DetailsSource(Trace trace, Moments moments) {
    this.trace = trace;
    this.moments = moments;
    runs = new RunDetails(trace, moments);
  }

  @Nullable Details of(Selected selected) {
    if (selected instanceof Selected.OfRun run) {
      return runs.of(run.loop(), run.run());
    } else if (selected instanceof Selected.OfOpenRun open) {
      LocatedRun finished = trace.find(open.run().id());
      return finished != null
          ? runs.of(finished.loop(), finished.run())
          : runs.of(open.loop(), open.run());
    } else if (selected instanceof Selected.OfGroup group) {
      return group(group.loop(), group.group());
    } else if (selected instanceof Selected.OfPause pause) {
      return pause(pause.pause());
    } else if (selected instanceof Selected.OfGap gap) {
      return gap(gap.gap());
    } else if (selected instanceof Selected.OfLoop loop) {
      return loop(loop.loop());
    }
    return null;
  }

  /** What filled the time for which the selected run waited; null when it is no run that did. */
  @Nullable DelayExplanation explain(Selected selected) {
    return selected instanceof Selected.OfRun run && run.run().queueDelayNanos() > 0
        ? new DelayQuery(trace).of(run.loop(), run.run())
        : null;
  }

  Details failed(Throwable failure) {
    return new Details(
        "Details not available", String.valueOf(failure.getMessage()), List.of(), null, -1);
  }

  private Details group(int loop, Group group) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("From", moments.text(group.fromNanos())));
    facts.add(Fact.of("To", moments.text(group.toNanos())));
    facts.add(Fact.of("Busy", Format.duration(group.busyNanos())));
    facts.add(Fact.of("Waited in select", Format.duration(group.pollNanos())));
    facts.add(Fact.of("I/O phases", Format.exact(group.ioCount())));
    facts.add(Fact.of("Failed", Format.exact(group.failed())));
    facts.add(
        Fact.of(
            "Longest run", Format.duration(group.longestNanos()) + typeIn(group.longestType())));
    facts.add(Fact.of("Worst queue delay", Format.duration(group.worstDelayNanos())));
    List<Fact> types = new ArrayList<>();
    for (TypeTotal type : group.types()) {
      types.add(
          Fact.of(
              CodeNames.type(trace.typeName(type.type())),
              Format.exact(type.count()) + " × , " + Format.duration(type.busyNanos())));
    }
    return new Details(
        Format.plural(group.count(), "merged run", "merged runs"),
        "on " + runs.loopName(loop) + ": counts and times are exact, single runs are not kept",
        List.of(new Section("Together", facts), new Section("Types by time", types)),
        null,
        -1);
  }

  private String typeIn(int type) {
    return type == 0 ? "" : ", " + CodeNames.type(trace.typeName(type));
  }

  private Details pause(Pause pause) {
    List<Fact> facts =
        List.of(
            Fact.of("From", moments.text(pause.fromNanos())),
            Fact.of("To", moments.text(pause.toNanos())),
            Fact.of("Duration", Format.duration(pause.toNanos() - pause.fromNanos())),
            Fact.of("Detail", pause.detail()));
    return new Details(
        Names.pause(pause.cause()),
        "The whole JVM stood still: no run is to blame for this time.",
        List.of(new Section("Pause", facts)),
        null,
        -1);
  }

  private Details gap(Gap gap) {
    List<Fact> facts =
        List.of(
            Fact.of("Loop", gap.loop() == 0 ? "all loops" : runs.loopName(gap.loop())),
            Fact.of("Not before", moments.text(gap.fromNanos())),
            Fact.of("Not after", moments.text(gap.toNanos())),
            Fact.of("Reason", gap.reason()));
    return new Details(
        Format.plural(gap.lost(), "run lost", "runs lost"),
        "Runs in this stretch happened but are not shown; totals include them.",
        List.of(new Section("Gap", facts)),
        null,
        -1);
  }

  private @Nullable Details loop(int number) {
    LoopInfo info = trace.loop(number);
    if (info == null) {
      return null;
    }
    List<Fact> about = new ArrayList<>();
    about.add(Fact.of("Group", info.loop().group()));
    about.add(Fact.of("Kind", info.loop().kind()));
    if (!info.loop().detail().isEmpty()) {
      about.add(Fact.of("Framework", info.loop().detail()));
    }
    about.add(Fact.of("Limit", Format.duration(info.limitNanos(trace.settings()))));
    List<Section> sections = new ArrayList<>();
    LoopState state = info.state();
    if (state != null) {
      sections.add(LoopSections.totals(state));
    }
    sections.addAll(LoopSections.facts(trace.facts(number)));
    sections.add(new Section("What it is", about));
    String now =
        info.blocked()
            ? "blocked right now"
            : Format.percent(info.recentBusy())
                + " busy, lag up to "
                + Format.duration(info.recentLagNanos())
                + " in the last second";
    return new Details(info.loop().name(), now, sections, null, -1);
  }
}
