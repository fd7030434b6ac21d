package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.analysis.WaitedBehind;
import dev.loopscope.dashboard.analysis.verdict.StallSentence;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Holder;
import java.util.stream.Collectors;

/** What an alert says of a stall, and which other stalls are the same trouble. */
final class BlockedWords {

  private final Trace trace;
  private final LoopNames names;
  private final StallSentence sentences;

  BlockedWords(Trace trace, LoopNames names) {
    this.trace = trace;
    this.names = names;
    sentences = new StallSentence(trace);
  }

  String sentence(Stall stall, long lastedNanos, WaitedBehind waited) {
    return sentences.of(stall, lastedNanos, waited);
  }

  /** Whether the loop is still in the run, as far as the session tells by now. */
  boolean isOpen(Stall stall) {
    OpenRun open = stall.loop() == 0 ? null : trace.openRun(stall.loop());
    return open != null && open.id() == stall.run().id();
  }

  /** Who waited until the stall ended, as far as the session tells by now. */
  WaitedBehind waited(Stall stall) {
    return WaitedBehind.of(trace, stall.loop(), stall.endNanos());
  }

  /**
   * The same culprit on the same kind of loop is the same trouble; without a culprit, the same type
   * of task. Those who take part in a deadlock over the same locks share it.
   */
  AlertKey key(AlertKind rule, Stall stall) {
    if (rule == AlertKind.DEADLOCK) {
      return new AlertKey(rule, "", locks(stall));
    }
    StackFrame culprit = sentences.culprit(stall);
    String type = stall.run().type() == 0 ? "" : CodeNames.type(trace.typeName(stall.run().type()));
    String what = culprit == null ? type : culprit.className() + "." + culprit.method();
    return names.key(rule, stall.loop(), what);
  }

  private static String locks(Stall stall) {
    return stall.holders().stream()
        .map(Holder::lock)
        .map(lock -> lock.indexOf('@') < 0 ? lock : lock.substring(0, lock.indexOf('@')))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
