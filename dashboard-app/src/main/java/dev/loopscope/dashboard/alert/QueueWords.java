package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.analysis.QueueFill;
import dev.loopscope.dashboard.analysis.QueueFill.TypeCount;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what filled a queue: {@code "filled by FlushTask (71 % of the 412 tasks given meanwhile that
 * have run)"}, or, when none of them has run yet, what keeps them waiting.
 */
final class QueueWords {

  /** What is less of the tasks is not worth a word. */
  private static final double WORTH_A_WORD = 0.1;

  private static final int MAX_TYPES = 2;

  private final Trace trace;
  private final LoopNames names;

  QueueWords(Trace trace, LoopNames names) {
    this.trace = trace;
    this.names = names;
  }

  String name(int loop) {
    return names.name(loop);
  }

  /** Whether no more will be known of what lasts. */
  boolean isOver() {
    return trace.isOver();
  }

  AlertKey key(int loop) {
    return names.key(AlertKind.QUEUE, loop, "");
  }

  /** What filled the queue while it grew; empty when nothing is known of it. */
  String filledBy(int loop, TimeSpan grew) {
    QueueFill fill = QueueFill.of(trace, loop, grew);
    List<String> parts = new ArrayList<>();
    for (TypeCount type : fill.types()) {
      if (parts.size() < MAX_TYPES && fill.share(type.tasks()) >= WORTH_A_WORD) {
        parts.add(
            (type.type() == 0 ? "other tasks" : CodeNames.type(type.typeName()))
                + " ("
                + Counts.percent(fill.share(type.tasks()))
                + (parts.isEmpty() ? " of the " + given(fill) : "")
                + ")");
      }
    }
    return parts.isEmpty() ? behind(loop, grew) : ", filled by " + String.join(" and ", parts);
  }

  /** Of merged runs it is not known when they were given. */
  private static String given(QueueFill fill) {
    return Counts.of(fill.tasks(), "task", "tasks")
        + (fill.merged() ? " given or run meanwhile" : " given meanwhile that have run");
  }

  /** A run that began before it grew and lasts keeps all of them waiting. */
  private String behind(int loop, TimeSpan grew) {
    LoopInfo info = trace.loop(loop);
    LoopState state = info == null ? null : info.state();
    OpenRun open = state == null ? null : state.current();
    return open == null || open.type() == 0 || open.startNanos() > grew.toNanos()
        ? ""
        : ", all behind one "
            + CodeNames.type(trace.typeName(open.type()))
            + " that has run for "
            + Durations.text(grew.toNanos() - open.startNanos());
  }
}
