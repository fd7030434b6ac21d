package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;

/** Says in one line what a stall is. */
public final class StallText {

  private StallText() {}

  /** For example {@code BLOCKED 340 ms · Thread.sleep · ChatHandler:42}. */
  public static String full(Trace trace, Stall stall, long nowNanos) {
    String text = brief(stall, nowNanos);
    Stack stack = stall.culpritStack() == 0 ? null : trace.stack(stall.culpritStack());
    if (stack == null || stack.frames().isEmpty()) {
      return text;
    }
    StackFrame top = stack.frames().get(0);
    text += " · " + CodeNames.type(top.className()) + "." + top.method();
    int culprit = stall.culpritFrame();
    if (culprit > 0 && culprit < stack.frames().size()) {
      StackFrame frame = stack.frames().get(culprit);
      text += " · " + CodeNames.type(frame.className());
      text += frame.line() >= 0 ? ":" + frame.line() : "." + frame.method();
    }
    return text;
  }

  /** For example {@code BLOCKED 340 ms}. */
  public static String brief(Stall stall, long nowNanos) {
    long end = stall.isOpen() ? nowNanos : stall.endNanos();
    return "BLOCKED " + Format.duration(Math.max(0, end - stall.run().startNanos()));
  }
}
