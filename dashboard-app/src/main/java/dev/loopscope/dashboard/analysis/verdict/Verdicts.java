package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.analysis.WaitedBehind;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.List;

/**
 * Reaches verdicts on the stalls of a session. A verdict costs time by the tasks that waited, so it
 * is not for every frame of the FX thread.
 */
public final class Verdicts {

  private final Trace trace;
  private final StallSentence sentences;
  private final CauseWords causes;
  private final TaskStories stories;

  public Verdicts(Trace trace) {
    this.trace = trace;
    sentences = new StallSentence(trace);
    causes = new CauseWords(trace);
    stories = new TaskStories(trace);
  }

  /** The verdict as it stands; a stall that is open lasts until the newest time known. */
  public Verdict of(Stall stall) {
    long end = stall.isOpen() ? trace.extent().toNanos() : stall.endNanos();
    return of(stall, Math.max(0, end - stall.run().startNanos()));
  }

  /** As it stands when the stall is known to have lasted {@code lastedNanos}. */
  public Verdict of(Stall stall, long lastedNanos) {
    WaitedBehind waited =
        stall.isOpen()
            ? WaitedBehind.NOBODY
            : WaitedBehind.of(trace, stall.loop(), stall.endNanos());
    return new Verdict(
        stall,
        lastedNanos,
        sentences.of(stall, lastedNanos, waited),
        stall.shares().stream().map(share -> cause(share, lastedNanos)).toList(),
        sentences.culprit(stall),
        frames(stall.culpritStack()),
        stall.holders().stream().map(this::holder).toList(),
        stories.of(stall.run()),
        waited);
  }

  private static Verdict.Cause cause(Stall.Share share, long lastedNanos) {
    return new Verdict.Cause(
        share.cause(),
        CauseWords.word(share.cause()),
        share.nanos(),
        lastedNanos <= 0 ? 0 : Math.min(1, (double) share.nanos() / lastedNanos),
        share.evidence(),
        share.subject());
  }

  private Verdict.Holder holder(Stall.Holder holder) {
    String text = causes.holder(holder) + " holds " + CauseWords.lockClass(holder);
    return new Verdict.Holder(holder, text, frames(holder.stack()));
  }

  private List<StackFrame> frames(int number) {
    Stack stack = number == 0 ? null : trace.stack(number);
    return stack == null ? List.of() : stack.frames();
  }
}
