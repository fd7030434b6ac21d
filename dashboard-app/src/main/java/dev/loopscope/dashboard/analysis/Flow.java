package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import java.util.List;

/**
 * A run that nothing known caused, with all that it caused.
 *
 * @param root the first run
 * @param rootType binary class name of its type
 * @param span from its submission (its start when that is not known; its due time when it is one of
 *     many of a periodic timer) to the end of the last run
 * @param runs all runs, the root too, by start; not empty
 * @param busyNanos how long the runs ran together
 * @param loops how many loops they ran on
 * @param failed how many of them failed
 */
public record Flow(
    LocatedRun root,
    String rootType,
    TimeSpan span,
    List<LocatedRun> runs,
    long busyNanos,
    int loops,
    int failed) {

  public Flow {
    runs = List.copyOf(runs);
  }

  public long durationNanos() {
    return span.lengthNanos();
  }
}
