package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;

/** What the rules must know of a loop: how to call it. */
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

  /** The group of the loop, as {@link AlertKey#where()} wants it. */
  String group(int loop) {
    LoopInfo info = trace.loop(loop);
    return loop == 0 || info == null
        ? ""
        : info.loop().group().isEmpty() ? info.loop().name() : info.loop().group();
  }
}
