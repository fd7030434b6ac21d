package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState;
import java.util.HashMap;
import java.util.Map;

/**
 * More tasks come than a loop can do: {@code "The queue of worker-2 grew from 12 to 4,512 tasks in
 * 3.2 s, filled by FlushTask (71 % of the 412 tasks given meanwhile that have run)"}. A queue grows
 * when it is over the limit and did not become shorter for {@value #RISES} states in a row; the
 * alert ends when it is under half the limit. States during which the JVM stood still say nothing.
 */
final class QueueRule implements AlertRule {

  private static final int RISES = 3;

  private final QueueWords words;
  private final RuleLimits limits;
  private final StandStills standStills;
  private final RaisedAlerts log;
  private final Map<Integer, Queue> queues = new HashMap<>();

  /** A queue, how it rises, and the alert that is open on it, if {@code alert} is not 0. */
  private static final class Queue {
    long alert;
    long atNanos;
    long pending = -1;
    int rises;
    long fromNanos;
    long fromPending;
    long most;
    long mostNanos;
    String filledBy = "";
    long explainedMost;
  }

  QueueRule(QueueWords words, RuleLimits limits, StandStills standStills, RaisedAlerts log) {
    this.words = words;
    this.limits = limits;
    this.standStills = standStills;
    this.log = log;
  }

  @Override
  public void accept(Frame frame) {
    if (frame instanceof LoopState state && state.loop() != 0 && state.pending() >= 0) {
      accept(state, queues.computeIfAbsent(state.loop(), loop -> new Queue()));
    } else if (frame instanceof Bye bye) {
      queues.forEach((loop, queue) -> end(loop, queue, bye));
    }
  }

  private void accept(LoopState state, Queue queue) {
    boolean unknown = queue.pending < 0 || standStills.explain(queue.atNanos, state.atNanos());
    boolean rose = !unknown && state.pending() >= queue.pending && state.pending() > 0;
    if (rose && queue.alert == 0) {
      if (queue.rises++ == 0) {
        queue.fromNanos = queue.atNanos;
        queue.fromPending = queue.pending;
      }
    } else if (queue.alert == 0) {
      queue.rises = 0;
    }
    queue.pending = state.pending();
    queue.atNanos = state.atNanos();
    judge(state, queue);
    if (state.activity() == LoopState.Activity.ENDED) {
      close(state.loop(), queue, state.atNanos());
    }
  }

  private void judge(LoopState state, Queue queue) {
    long limit = Math.max(1, limits.of(AlertKind.QUEUE, state.loop()));
    boolean enabled = limits.isEnabled(AlertKind.QUEUE);
    boolean grew =
        queue.rises >= RISES && queue.pending >= limit && queue.pending > queue.fromPending;
    if (queue.alert == 0 && enabled && grew) {
      queue.alert = log.nextId();
      queue.most = 0;
      queue.explainedMost = 0;
    }
    if (queue.alert != 0) {
      if (queue.pending > queue.most) {
        queue.most = queue.pending;
        queue.mostNanos = state.atNanos();
      }
      put(state.loop(), queue, 0);
      if (!enabled || queue.pending < (limit + 1) / 2) {
        close(state.loop(), queue, state.atNanos());
      }
    }
  }

  /** Nothing more will be told: a queue that is long stays long, unless the process ended. */
  private void end(int loop, Queue queue, Bye bye) {
    if (bye.reason() == Bye.Reason.TARGET_EXIT) {
      close(loop, queue, queue.atNanos);
    } else if (queue.alert != 0) {
      explain(loop, queue, true);
      put(loop, queue, 0);
    }
  }

  private void close(int loop, Queue queue, long nanos) {
    if (queue.alert != 0) {
      put(loop, queue, nanos);
      queue.alert = 0;
      queue.rises = 0;
    }
  }

  /** Looks anew at what filled it when it is much longer: a look costs time by what has run. */
  private void explain(int loop, Queue queue, boolean last) {
    if (last || queue.most > queue.explainedMost + queue.explainedMost / 4) {
      queue.explainedMost = queue.most;
      queue.filledBy = words.filledBy(loop, new TimeSpan(queue.fromNanos, queue.mostNanos));
    }
  }

  private void put(int loop, Queue queue, long endNanos) {
    explain(loop, queue, endNanos != 0);
    log.put(
        new Alert(
            queue.alert,
            AlertKind.QUEUE,
            loop,
            queue.fromNanos,
            endNanos,
            (endNanos == 0 ? queue.atNanos : endNanos) - queue.fromNanos,
            0,
            sentence(loop, queue, endNanos == 0),
            words.key(loop)));
  }

  private String sentence(int loop, Queue queue, boolean open) {
    return "The queue of "
        + words.name(loop)
        + (open && !words.isOver() ? " has grown from " : " grew from ")
        + Counts.text(queue.fromPending)
        + " to "
        + Counts.of(queue.most, "task", "tasks")
        + " in "
        + Durations.text(queue.mostNanos - queue.fromNanos)
        + queue.filledBy
        + (open ? waiting(queue) : "");
  }

  private String waiting(Queue queue) {
    return words.isOver()
        ? "; " + Counts.text(queue.pending) + " waited at the end"
        : queue.pending < queue.most ? "; " + Counts.text(queue.pending) + " wait now" : "";
  }
}
