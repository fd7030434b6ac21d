package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.analysis.WaitedBehind;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says who was blocked, for how long, in what, whose line it is and who waited: {@code "worker-2
 * was blocked 340 ms in Thread.sleep, called by ChatHandler.onMessage (ChatHandler.java:42); 1,204
 * tasks waited, the longest 338 ms"}. The one place for these words.
 */
public final class StallSentence {

  /** A cause with a smaller share of the time is not worth a word. */
  private static final double WORTH_A_WORD = 0.1;

  private final Trace trace;
  private final CauseWords causes;

  public StallSentence(Trace trace) {
    this.trace = trace;
    causes = new CauseWords(trace);
  }

  /**
   * In the present tense while the stall is open and the session goes on.
   *
   * @param lastedNanos for how long, up to now
   * @param waited who waited until its end; while it is open, the loop's queue tells
   */
  public String of(Stall stall, long lastedNanos, WaitedBehind waited) {
    return subject(stall, lastedNanos)
        + (stall.isOpen() ? waiting(stall) : waited(waited))
        + unexplainedDeadlock(stall)
        + atTheEnd(stall);
  }

  private boolean lasts(Stall stall) {
    return stall.isOpen() && !trace.isOver();
  }

  /** What became of it nobody saw. */
  private String atTheEnd(Stall stall) {
    boolean open = stall.isOpen() && trace.isOver();
    return !open ? "" : (stall.loop() == 0 ? "; they still did" : "; it still was") + " at the end";
  }

  private String subject(Stall stall, long lastedNanos) {
    if (stall.deadlock() && stall.loop() == 0) {
      boolean loops = stall.holders().stream().anyMatch(holder -> holder.loop() != 0);
      return (loops ? "Threads" : "Threads that are no loops")
          + (lasts(stall) ? " wait" : " waited")
          + " for each other: "
          + causes.chain(stall)
          + ", which waits for the first";
    }
    String who = loopName(stall.loop());
    if (stall.deadlock()) {
      return who
          + (lasts(stall) ? " is in a deadlock for " : " was in a deadlock for ")
          + Durations.text(lastedNanos)
          + ": it waits for a lock held by "
          + causes.chain(stall)
          + caller(stall, ", called by ");
    }
    String start =
        who
            + (lasts(stall) ? " has been blocked for " : " was blocked ")
            + Durations.text(lastedNanos);
    List<Share> parts = worthAWord(stall, lastedNanos);
    return parts.size() > 1 ? start + mixed(stall, parts) : start + place(stall);
  }

  private String unexplainedDeadlock(Stall stall) {
    return stall.deadlock() && lasts(stall) ? "; none of them will ever go on" : "";
  }

  /** For example {@code , 230 ms of it in a lock held by "writer" and 40 ms GC}. */
  private String mixed(Stall stall, List<Share> parts) {
    List<String> words = new ArrayList<>();
    for (Share share : parts) {
      String of = words.isEmpty() ? " of it " : " ";
      words.add(Durations.text(share.nanos()) + of + causes.part(stall, share));
    }
    int last = words.size() - 1;
    String all = String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    return ", " + all + caller(stall, ", called by ");
  }

  private static List<Share> worthAWord(Stall stall, long lastedNanos) {
    return stall.shares().stream()
        .filter(share -> share.cause() != Cause.UNKNOWN)
        .filter(share -> share.nanos() >= lastedNanos * WORTH_A_WORD)
        .sorted(Comparator.comparingLong(Share::nanos).reversed())
        .toList();
  }

  private String caller(Stall stall, String before) {
    StackFrame culprit = culprit(stall);
    return culprit == null ? task(stall) : before + CodeNames.frame(culprit);
  }

  private String place(Stall stall) {
    List<StackFrame> stack = frames(stall.culpritStack());
    int blamed = stall.culpritFrame();
    Share main = stall.shares().isEmpty() ? new Share(Cause.UNKNOWN, 0, "") : stall.shares().get(0);
    if (main.cause() == Cause.LOCK && !stall.holders().isEmpty()) {
      return " " + causes.part(stall, main) + caller(stall, ", called by ");
    }
    String before = CauseWords.before(main.cause());
    if (blamed >= 0 && blamed < stack.size()) {
      return blamed == 0
          ? before + CodeNames.frame(stack.get(0)) + CauseWords.after(main)
          : called(before, main, stack.get(blamed - 1), stack.get(blamed));
    }
    List<StackFrame> seen = stack.isEmpty() ? lastSample(stall) : stack;
    return seen.isEmpty()
        ? task(stall)
        : before + CodeNames.frame(seen.get(0)) + CauseWords.after(main);
  }

  private String called(String before, Share main, StackFrame inner, StackFrame blamed) {
    return before
        + CodeNames.method(inner)
        + CauseWords.after(main)
        + ", called by "
        + CodeNames.frame(blamed);
  }

  private String waiting(Stall stall) {
    LoopInfo info = trace.loop(stall.loop());
    LoopState state = info == null ? null : info.state();
    boolean known =
        state != null && state.atNanos() >= stall.run().startNanos() && state.pending() > 0;
    if (!known || state == null) {
      return "";
    }
    return "; "
        + Counts.of(state.pending(), "task", "tasks")
        + (!lasts(stall) ? " waited" : state.pending() == 1 ? " waits" : " wait");
  }

  private static String waited(WaitedBehind waited) {
    if (waited.tasks() == 0) {
      return waited.merged()
          ? "; many tasks waited, the longest " + Durations.text(waited.longestNanos())
          : "";
    } else if (waited.tasks() == 1 && !waited.merged()) {
      return "; a task waited " + Durations.text(waited.longestNanos());
    }
    return "; "
        + (waited.merged() ? "more than " : "")
        + Counts.of(waited.tasks(), "task", "tasks")
        + " waited, the longest "
        + Durations.text(waited.longestNanos());
  }

  /** The frame to blame; null when there is none. */
  public @Nullable StackFrame culprit(Stall stall) {
    List<StackFrame> stack = frames(stall.culpritStack());
    int blamed = stall.culpritFrame();
    return blamed >= 0 && blamed < stack.size() ? stack.get(blamed) : null;
  }

  private List<StackFrame> lastSample(Stall stall) {
    int count = stall.samples().size();
    return count == 0 ? List.of() : frames(stall.samples().get(count - 1).stack());
  }

  private List<StackFrame> frames(int number) {
    Stack stack = number == 0 ? null : trace.stack(number);
    return stack == null ? List.of() : stack.frames();
  }

  private String loopName(int loop) {
    LoopInfo info = trace.loop(loop);
    return info == null ? "loop " + loop : info.loop().name();
  }

  private String task(Stall stall) {
    return stall.run().type() == 0
        ? ""
        : " by " + CodeNames.type(trace.typeName(stall.run().type()));
  }
}
