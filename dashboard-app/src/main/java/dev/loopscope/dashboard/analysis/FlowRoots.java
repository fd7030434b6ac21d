package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root of each run by walking up its parents; what was found is remembered, so that long
 * chains cost each link once.
 *
 * <p>An I/O phase is never part of a flow: it handles many channels and would tie together what has
 * nothing to do with each other. What it caused are roots.
 */
final class FlowRoots {

  /** Looking up a run outside the span is not cheap; past this, its child counts as the root. */
  private static final int MAX_LOOKUPS = 10_000;

  private static final long IN_PROGRESS = 0;

  private final Trace trace;
  private final Map<Long, LocatedRun> runs;
  private final Map<Long, Long> rootOf = new HashMap<>();
  private int lookups;

  /**
   * @param runs the runs at hand, by id; ancestors that are looked up are added
   */
  FlowRoots(Trace trace, Map<Long, LocatedRun> runs) {
    this.trace = trace;
    this.runs = runs;
  }

  /** The id of the root of {@code from}'s flow; always one of the runs at hand afterwards. */
  long rootOf(LocatedRun from) {
    List<Long> path = new ArrayList<>();
    LocatedRun at = from;
    long root = at.run().id();
    while (true) {
      Long known = rootOf.get(at.run().id());
      if (known != null) {
        // A damaged recording may hold runs that caused each other.
        root = known == IN_PROGRESS ? at.run().id() : known;
        break;
      }
      root = at.run().id();
      path.add(root);
      rootOf.put(root, IN_PROGRESS);
      LocatedRun parent = parentOf(at);
      if (parent == null) {
        break;
      }
      at = parent;
    }
    for (long id : path) {
      rootOf.put(id, root);
    }
    return root;
  }

  private @Nullable LocatedRun parentOf(LocatedRun child) {
    long id = child.run().parent();
    if (id == 0) {
      return null;
    }
    LocatedRun parent = runs.get(id);
    if (parent == null && lookups < MAX_LOOKUPS) {
      lookups++;
      parent = trace.find(id);
      if (parent != null && parent.run().kind() != RunKind.IO) {
        runs.put(id, parent);
      }
    }
    return parent == null || parent.run().kind() == RunKind.IO ? null : parent;
  }
}
