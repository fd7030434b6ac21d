package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Stall;
import java.util.HashMap;
import java.util.List;
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
    List<CodePlace> stack = stack(stall);
    return stall == null || stall.culpritFrame() < 0 || stall.culpritFrame() >= stack.size()
        ? null
        : stack.get(stall.culpritFrame());
  }

  private List<CodePlace> stack(@Nullable Stall stall) {
    Stack stack = stall == null ? null : trace.stack(stall.culpritStack());
    return stack == null ? List.of() : stack.frames().stream().map(CodePlace::of).toList();
  }

  /** How a constant is written in reports. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
