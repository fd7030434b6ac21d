package dev.loopscope.dashboard.alert;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Stall;
import java.util.HashMap;
import java.util.Map;

/**
 * Tasks waited longer than the limit, though no single run took that long: many small runs keep the
 * loop from being on time, or its thread gets no processor. Waits that a blocked run or a pause of
 * the JVM explains for most of their time are not counted; a pause that is told of later takes them
 * back.
 *
 * <p>Late tasks that follow each other within {@value #CALM_NANOS} ns are one alert; it stays open
 * until the loop was on time for so long.
 */
@SuppressWarnings("EnumOrdinal") // the columns of a batch hold ordinals
final class StarvedRule implements AlertRule {

  private static final long CALM_NANOS = 1_000_000_000L;

  private static final int CANCELLED = Outcome.CANCELLED.ordinal();

  private final StarvedWords words;
  private final RuleLimits limits;
  private final StandStills standStills;
  private final RaisedAlerts log;
  private final Map<Integer, Watched> loops = new HashMap<>();

  /** A loop, its long runs, and its tasks that are late now, if there are any. */
  private static final class Watched {
    final LongRuns longRuns = new LongRuns();
    LateTasks late = LateTasks.NONE;
  }

  StarvedRule(StarvedWords words, RuleLimits limits, StandStills standStills, RaisedAlerts log) {
    this.words = words;
    this.limits = limits;
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
    } else if (frame instanceof Bye bye) {
      loops.forEach((loop, watched) -> end(loop, watched, bye));
    } else if (frame instanceof LoopState state) {
      closeIfCalm(state.loop(), loop(state.loop()), state.atNanos());
    } else if (frame instanceof Pause pause) {
      loops.forEach((loop, watched) -> excuse(loop, watched, pause));
    }
  }

  private Watched loop(int loop) {
    return loops.computeIfAbsent(loop, number -> new Watched());
  }

  private void accept(int loop, RunColumns runs) {
    Watched watched = loop(loop);
    long limit = limits.of(AlertKind.STARVED, loop);
    long longRun = limits.of(AlertKind.BLOCKED, loop);
    for (int i = 0; i < runs.size(); i++) {
      long start = runs.startNanos(i);
      closeIfCalm(loop, watched, start);
      long ready = runs.readyNanos(i);
      if (runs.outcome(i) != CANCELLED && start > ready && start - ready >= limit) {
        late(loop, watched, ready, start);
      }
      if (runs.endNanos(i) - start >= longRun) {
        watched.longRuns.finished(runs.id(i), start, runs.endNanos(i));
      }
    }
  }

  private void accept(int loop, GroupBatch.Group group) {
    Watched watched = loop(loop);
    closeIfCalm(loop, watched, group.fromNanos());
    if (group.worstDelayNanos() >= limits.of(AlertKind.STARVED, loop)) {
      // Which of its runs was the late one is not known; the first is as late as any.
      long start = group.fromNanos();
      late(loop, watched, start - group.worstDelayNanos(), start);
    }
  }

  private void late(int loop, Watched watched, long ready, long start) {
    boolean explained =
        watched.longRuns.nanosWithin(ready, start) * 2 > start - ready
            || standStills.explain(ready, start);
    if (explained || !limits.isEnabled(AlertKind.STARVED)) {
      return;
    }
    if (watched.late.isEmpty()) {
      watched.late = new LateTasks(log.nextId());
    }
    watched.late.add(ready, start);
    put(loop, watched.late, 0);
  }

  private void excuse(int loop, Watched watched, Pause pause) {
    LateTasks late = watched.late;
    if (!late.isEmpty() && late.excuse(pause, standStills)) {
      if (late.isEmpty()) {
        log.withdraw(late.alert);
      } else {
        put(loop, late, 0);
      }
    }
  }

  private void closeIfCalm(int loop, Watched watched, long nanos) {
    if (!watched.late.isEmpty() && nanos - watched.late.lastNanos() > CALM_NANOS) {
      close(loop, watched);
    }
  }

  /** Nothing more will be told: a loop that was not on time since stays late. */
  private void end(int loop, Watched watched, Bye bye) {
    closeIfCalm(loop, watched, bye.atNanos());
    if (bye.reason() == Bye.Reason.TARGET_EXIT) {
      close(loop, watched);
    } else if (!watched.late.isEmpty()) {
      words.explain(loop, watched.late, true);
      put(loop, watched.late, 0);
    }
  }

  private void close(int loop, Watched watched) {
    if (!watched.late.isEmpty()) {
      put(loop, watched.late, watched.late.lastNanos());
      watched.late = LateTasks.NONE;
    }
  }

  private void put(int loop, LateTasks late, long endNanos) {
    words.explain(loop, late, endNanos != 0);
    log.put(
        new Alert(
            late.alert,
            AlertKind.STARVED,
            loop,
            late.fromNanos(),
            endNanos,
            late.worstNanos(),
            0,
            words.sentence(loop, late, endNanos == 0),
            words.key(loop, late)));
  }
}
