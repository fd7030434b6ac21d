package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Stall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which line is to blame for which run, as the stalls of a session tell. */
final class Blame {

  private final Trace trace;
  private final Map<Long, Stall> byId = new HashMap<>();
  private final Map<Long, Stall> byRun = new HashMap<>();

  Blame(Trace trace) {
    this.trace = trace;
    for (Stall stall : trace.stalls()) {
      byId.put(stall.id(), stall);
      byRun.put(stall.run().id(), stall);
    }
  }

  @Nullable Stall stall(long id) {
    return byId.get(id);
  }

  @Nullable CodePlace ofRun(long run) {
    return culprit(byRun.get(run));
  }

  private @Nullable CodePlace culprit(@Nullable Stall stall) {
    return stall == null
        ? null
        : CodePlace.culprit(
            CodePlace.stack(trace.stack(stall.culpritStack())), stall.culpritFrame());
  }

  /** How a constant is written in reports. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
