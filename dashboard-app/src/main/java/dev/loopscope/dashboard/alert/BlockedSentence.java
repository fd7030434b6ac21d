package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says who was blocked, for how long, in what, and whose line it is: {@code "worker-2 was blocked
 * 340 ms in Thread.sleep, called by ChatHandler.onMessage (ChatHandler.java:42)"}.
 */
final class BlockedSentence {

  private final Trace trace;
  private final LoopNames names;

  BlockedSentence(Trace trace, LoopNames names) {
    this.trace = trace;
    this.names = names;
  }

  /** In the present tense while the stall is open. */
  String of(Stall stall, long lastedNanos) {
    return names.name(stall.loop())
        + (stall.isOpen() ? " has been blocked for " : " was blocked ")
        + Durations.text(lastedNanos)
        + place(stall);
  }

  /** The same culprit, called from the same kind of loop, is the same trouble. */
  AlertKey key(Stall stall) {
    List<StackFrame> culprit = frames(stall.culpritStack());
    int blamed = stall.culpritFrame();
    String what =
        blamed >= 0 && blamed < culprit.size()
            ? CodeNames.method(culprit.get(blamed))
            : stall.run().type() == 0 ? "" : CodeNames.type(trace.typeName(stall.run().type()));
    return new AlertKey(AlertKind.BLOCKED, names.group(stall.loop()), what);
  }

  private String place(Stall stall) {
    List<StackFrame> culprit = frames(stall.culpritStack());
    int blamed = stall.culpritFrame();
    if (blamed >= 0 && blamed < culprit.size()) {
      return blamed == 0
          ? doing(stall) + CodeNames.frame(culprit.get(0))
          : " in "
              + CodeNames.method(culprit.get(blamed - 1))
              + ", called by "
              + CodeNames.frame(culprit.get(blamed));
    }
    List<StackFrame> seen = culprit.isEmpty() ? lastSample(stall) : culprit;
    return seen.isEmpty() ? task(stall) : doing(stall) + CodeNames.frame(seen.get(0));
  }

  private List<StackFrame> lastSample(Stall stall) {
    int count = stall.samples().size();
    return count == 0 ? List.of() : frames(stall.samples().get(count - 1).stack());
  }

  private List<StackFrame> frames(int number) {
    @Nullable Stack stack = number == 0 ? null : trace.stack(number);
    return stack == null ? List.of() : stack.frames();
  }

  /** What it did in its innermost frame, where that is not clear from a method it called. */
  private static String doing(Stall stall) {
    Stall.Cause main = stall.shares().isEmpty() ? Stall.Cause.UNKNOWN : cause(stall);
    return switch (main) {
      case LOCK -> " waiting for a lock in ";
      case CPU -> " computing in ";
      case STARVED -> " waiting for a free processor in ";
      case UNKNOWN, GC, SAFEPOINT, FROZEN, SLEEP, WAIT, BLOCKING_IO -> " in ";
    };
  }

  private static Stall.Cause cause(Stall stall) {
    return stall.shares().get(0).cause();
  }

  private String task(Stall stall) {
    return stall.run().type() == 0
        ? ""
        : " by " + CodeNames.type(trace.typeName(stall.run().type()));
  }
}
