package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.analysis.WaitedBehind;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a loop was blocked, in facts and in words.
 *
 * @param stall the stall, in its newest state
 * @param lastedNanos for how long, up to now while it is open
 * @param sentence what a person would say
 * @param causes what kept the run from going on, largest share first
 * @param culprit the frame to blame, null when there is none
 * @param stack the culprit's stack, innermost first; may be empty
 * @param holders who held the lock it waited for, and so on
 * @param story how the task got to the loop
 * @param waited who waited behind it; nobody while it is open
 */
public record Verdict(
    Stall stall,
    long lastedNanos,
    String sentence,
    List<Cause> causes,
    @Nullable StackFrame culprit,
    List<StackFrame> stack,
    List<Holder> holders,
    TaskStory story,
    WaitedBehind waited) {

  public Verdict {
    causes = List.copyOf(causes);
    stack = List.copyOf(stack);
    holders = List.copyOf(holders);
  }

  /**
   * A part of the time.
   *
   * @param cause why
   * @param word the same in a word or two
   * @param nanos for how long
   * @param share of the whole, 0 to 1
   * @param evidence what was seen
   * @param subject what it was about: a peer, a file, a lock; may be empty
   */
  public record Cause(
      Stall.Cause cause, String word, long nanos, double share, String evidence, String subject) {

    /** For example {@code lock: 230 ms, 68 % (3 of 4 samples BLOCKED)}. */
    public String text() {
      return VerdictText.cause(this);
    }
  }

  /**
   * A thread in the way.
   *
   * @param holder who and which lock
   * @param text for people, for example {@code "writer" (in Store.flush) holds Store}
   * @param stack what it was doing, innermost first; may be empty
   */
  public record Holder(Stall.Holder holder, String text, List<StackFrame> stack) {
    public Holder {
      stack = List.copyOf(stack);
    }
  }
}
