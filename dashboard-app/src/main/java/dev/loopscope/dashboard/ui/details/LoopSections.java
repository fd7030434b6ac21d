package dev.loopscope.dashboard.ui.details;

import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.details.Details.Fact;
import dev.loopscope.dashboard.ui.details.Details.Section;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopFacts.Hot;
import dev.loopscope.protocol.LoopState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections about a loop: its totals, its channels, and who takes its time. */
final class LoopSections {

  private LoopSections() {}

  static Section totals(LoopState state) {
    LoopState.Totals totals = state.totals();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Submitted", Format.exact(totals.submitted())));
    facts.add(Fact.of("Finished", Format.exact(totals.finished())));
    facts.add(Fact.of("Failed", Format.exact(totals.failed())));
    facts.add(Fact.of("Cancelled", Format.exact(totals.cancelled())));
    facts.add(Fact.of("Iterations", Format.exact(totals.iterations())));
    facts.add(Fact.of("Busy", Format.duration(totals.busyNanos())));
    facts.add(Fact.of("Waited", Format.duration(totals.waitNanos())));
    facts.add(Fact.of("Lost", Format.exact(totals.lost())));
    if (totals.cpuNanos() >= 0) {
      facts.add(Fact.of("CPU time", cpu(totals)));
    }
    if (state.pending() >= 0) {
      facts.add(Fact.of("In the queue", Format.exact(state.pending())));
    }
    return new Section("Since attach", facts);
  }

  /**
   * The thread's CPU time against the wall clock: busy time without it was spent waiting. The
   * thread's time from before the session counts too, so the share is only told when it is one.
   */
  private static String cpu(LoopState.Totals totals) {
    String time = Format.duration(totals.cpuNanos());
    long wall = totals.busyNanos() + totals.waitNanos();
    return wall <= 0 || totals.cpuNanos() > wall
        ? time
        : time + ", " + Format.percent((double) totals.cpuNanos() / wall) + " of the time";
  }

  /** What is known besides; empty when nothing is. */
  static List<Section> facts(@Nullable LoopFacts facts) {
    List<Section> sections = new ArrayList<>();
    if (facts != null && facts.channels() >= 0) {
      sections.add(
          new Section("Channels", List.of(Fact.of("Registered", Format.exact(facts.channels())))));
    }
    if (facts != null && !facts.hottest().isEmpty() && facts.overNanos() > 0) {
      List<Fact> hottest = new ArrayList<>();
      for (Hot hot : facts.hottest()) {
        double share = (double) hot.busyNanos() / facts.overNanos();
        hottest.add(
            Fact.of(
                CodeNames.type(hot.name()),
                Format.percent(share) + " · " + Format.plural(hot.turns(), "turn", "turns")));
      }
      String title = "Busiest in the last " + Format.duration(facts.overNanos());
      sections.add(new Section(title, hottest));
    }
    return sections;
  }
}
