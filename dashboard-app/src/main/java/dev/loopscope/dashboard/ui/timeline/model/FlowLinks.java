package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What caused a run and what it caused.
 *
 * @param of the run
 * @param parent the run that submitted it, null when none is known
 * @param children runs it submitted, by loop and time; at most {@link #MAX_CHILDREN}
 */
public record FlowLinks(LocatedRun of, @Nullable LocatedRun parent, List<LocatedRun> children) {

  public static final int MAX_CHILDREN = 64;

  /** How long after its end a run's children are looked for. */
  private static final long SEARCH_NANOS = 60_000_000_000L;

  public FlowLinks {
    children = List.copyOf(children);
  }

  /** Costs time by the runs of the minute after {@code run}: for the background. */
  public static FlowLinks find(Trace trace, int loop, Run run) {
    List<LocatedRun> children = new ArrayList<>();
    TimeSpan after = new TimeSpan(run.startNanos(), run.endNanos() + SEARCH_NANOS);
    trace.forEachRun(
        after,
        (other, onLoop) -> {
          if (other.parent() == run.id() && children.size() < MAX_CHILDREN) {
            children.add(new LocatedRun((int) onLoop, other));
          }
        });
    LocatedRun parent = run.parent() == 0 ? null : trace.find(run.parent());
    return new FlowLinks(new LocatedRun(loop, run), parent, children);
  }
}
