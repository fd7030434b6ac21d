package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Definitions;

/** What the rules must know of a loop: how to call it, and which others share its trouble. */
final class LoopNames {

  private final Trace trace;

  LoopNames(Trace trace) {
    this.trace = trace;
  }

  /** The thread's name, a placeholder while it is not known. */
  String name(int loop) {
    LoopInfo info = trace.loop(loop);
    return info == null ? "loop " + loop : info.loop().name();
  }

  /** What alerts of this loop have in common with others; 0 for the whole process. */
  AlertKey key(AlertKind rule, int loop, String what) {
    LoopInfo info = loop == 0 ? null : trace.loop(loop);
    if (info == null) {
      return new AlertKey(rule, "", what);
    }
    Definitions.Loop of = info.loop();
    return new AlertKey(rule, of.group().isEmpty() ? of.name() : of.group(), of.kind(), what);
  }
}
