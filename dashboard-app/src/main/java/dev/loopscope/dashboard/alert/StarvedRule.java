package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tasks waited longer than a run may take, though no single run took that long: many small runs
 * keep the loop from being on time, or its thread gets no processor. Waits that a blocked run or a
 * pause of the JVM explains for most of their time are not counted.
 *
 * <p>Late tasks that follow each other within {@value #CALM_NANOS} ns are one alert; it stays open
 * until the loop was on time for so long.
 */
@SuppressWarnings("EnumOrdinal") // the columns of a batch hold ordinals
final class StarvedRule implements AlertRule {

  private static final long CALM_NANOS = 1_000_000_000L;

  private static final int IO = RunKind.IO.ordinal();
  private static final int TIMER = RunKind.TIMER.ordinal();
  private static final int CANCELLED = Outcome.CANCELLED.ordinal();

  private final LoopNames names;
  private final StandStills standStills;
  private final RaisedAlerts log;
  private final Map<Integer, LateLoop> loops = new HashMap<>();

  /** A loop, its long runs, and the alert that is open on it, if {@code lateTasks} is not 0. */
  private static final class LateLoop {
    final LongRuns longRuns = new LongRuns();
    long alert;
    long lateTasks;
    long fromNanos;
    long lastNanos;
    long worstNanos;
  }

  StarvedRule(LoopNames names, StandStills standStills, RaisedAlerts log) {
    this.names = names;
    this.standStills = standStills;
    this.log = log;
  }

  @Override
  public void accept(Frame frame) {
    if (frame instanceof RunBatch batch) {
      accept(batch.loop(), batch.runs());
    } else if (frame instanceof GroupBatch batch) {
      for (GroupBatch.Group group : batch.groups()) {
        accept(batch.loop(), group);
      }
    } else if (frame instanceof Stall stall) {
      loop(stall.loop()).longRuns.started(stall.run().id(), stall.run().startNanos());
    } else if (frame instanceof Bye) {
      loops.forEach(this::close);
    } else if (frame instanceof LoopState state) {
      closeIfCalm(state.loop(), loop(state.loop()), state.atNanos());
    }
  }

  private LateLoop loop(int loop) {
    return loops.computeIfAbsent(loop, number -> new LateLoop());
  }

  private void accept(int loop, RunColumns runs) {
    LateLoop late = loop(loop);
    long limit = names.limitNanos(loop);
    for (int i = 0; i < runs.size(); i++) {
      long start = runs.startNanos(i);
      closeIfCalm(loop, late, start);
      long ready = readyNanos(runs, i);
      if (ready != 0 && start - ready >= limit) {
        late(loop, late, ready, start);
      }
      if (runs.endNanos(i) - start >= limit) {
        late.longRuns.finished(runs.id(i), start, runs.endNanos(i));
      }
    }
  }

  /** When the work could have begun, as {@code Run.queueDelayNanos} has it; 0 when unknown. */
  private static long readyNanos(RunColumns runs, int i) {
    if (runs.kind(i) == IO || runs.outcome(i) == CANCELLED) {
      return 0;
    } else if (runs.dueNanos(i) != 0) {
      return runs.dueNanos(i);
    }
    return runs.kind(i) == TIMER ? 0 : runs.submittedNanos(i);
  }

  private void accept(int loop, GroupBatch.Group group) {
    LateLoop late = loop(loop);
    closeIfCalm(loop, late, group.fromNanos());
    if (group.worstDelayNanos() >= names.limitNanos(loop)) {
      // Which of its runs was the late one is not known; the first is as late as any.
      long start = group.fromNanos();
      late(loop, late, start - group.worstDelayNanos(), start);
    }
  }

  private void late(int loop, LateLoop late, long ready, long start) {
    long explained =
        Math.max(late.longRuns.nanosWithin(ready, start), standStills.nanosWithin(ready, start));
    if (explained * 2 > start - ready) {
      return;
    }
    if (late.lateTasks == 0) {
      late.alert = log.nextId();
      late.fromNanos = ready;
      late.worstNanos = 0;
    }
    late.lateTasks++;
    late.fromNanos = Math.min(late.fromNanos, ready);
    late.lastNanos = Math.max(start, late.lastNanos);
    late.worstNanos = Math.max(late.worstNanos, start - ready);
    put(loop, late, 0);
  }

  private void closeIfCalm(int loop, LateLoop late, long nanos) {
    if (nanos - late.lastNanos > CALM_NANOS) {
      close(loop, late);
    }
  }

  private void close(int loop, LateLoop late) {
    if (late.lateTasks > 0) {
      put(loop, late, late.lastNanos);
      late.lateTasks = 0;
    }
  }

  private void put(int loop, LateLoop late, long endNanos) {
    log.put(
        new Alert(
            late.alert,
            AlertKind.STARVED,
            loop,
            late.fromNanos,
            endNanos,
            late.worstNanos,
            0,
            sentence(loop, late, endNanos == 0),
            new AlertKey(AlertKind.STARVED, names.group(loop), "")));
  }

  private String sentence(int loop, LateLoop late, boolean open) {
    return names.name(loop)
        + (open ? " has been late for " : " was late for ")
        + Durations.text(late.lastNanos - late.fromNanos)
        + ": "
        + (late.lateTasks == 1 ? "a task" : String.format(Locale.ROOT, "%,d tasks", late.lateTasks))
        + " waited up to "
        + Durations.text(late.worstNanos)
        + " though no run was over the limit of "
        + Durations.text(names.limitNanos(loop));
  }
}
