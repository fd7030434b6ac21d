package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.analysis.WaitedBehind;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run over the limit. The alert appears with the first frame of the stall, while the loop is
 * still blocked, and grows with it. It is taken back when it turns out that the JVM stood still for
 * most of the time: notice of a pause may come later than that of the stall.
 */
final class BlockedRule implements AlertRule {

  /** Stalls that a late pause may still excuse. */
  private static final int MAX_REMEMBERED = 1_024;

  /** Tasks that had waited are looked for up to so long after a stall, and its own length more. */
  private static final long SETTLING_NANOS = 2_000_000_000L;

  /** What lasts for ever grows in such steps: every state of every loop tells that time passed. */
  private static final long GROWTH_NANOS = 100_000_000L;

  private final BlockedWords words;
  private final RuleLimits limits;
  private final StandStills standStills;
  private final RaisedAlerts log;
  private final Map<Long, Watched> stalls =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Watched> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /** A stall, its alert, and the last moment at which it is known to have lasted. */
  private static final class Watched {
    final long alert;
    Stall stall;
    long untilNanos;
    WaitedBehind waited = WaitedBehind.NOBODY;

    Watched(long alert, Stall stall) {
      this.alert = alert;
      this.stall = stall;
    }

    void sawAt(long nanos) {
      untilNanos = stall.isOpen() ? Math.max(untilNanos, nanos) : stall.endNanos();
    }
  }

  BlockedRule(BlockedWords words, RuleLimits limits, StandStills standStills, RaisedAlerts log) {
    this.words = words;
    this.limits = limits;
    this.standStills = standStills;
    this.log = log;
  }

  @Override
  public void accept(Frame frame) {
    if (frame instanceof Stall stall) {
      accept(stall);
    } else if (frame instanceof LoopState state) {
      accept(state);
    } else if (frame instanceof Stats stats) {
      timePassed(stats.atNanos());
    } else if (frame instanceof RunBatch batch && !batch.runs().isEmpty()) {
      ranAfter(batch.loop(), batch.runs().startNanos(0));
    } else if (frame instanceof GroupBatch batch && !batch.groups().isEmpty()) {
      ranAfter(batch.loop(), batch.groups().get(0).fromNanos());
    } else if (frame instanceof Bye bye) {
      stalls.values().forEach(watched -> end(watched, bye));
    } else if (frame instanceof Pause pause) {
      for (Watched watched : new ArrayList<>(stalls.values())) {
        if (watched.stall.run().startNanos() < pause.toNanos()
            && watched.untilNanos > pause.fromNanos()) {
          judge(watched);
        }
      }
    }
  }

  private void accept(Stall stall) {
    Watched watched = stalls.computeIfAbsent(stall.id(), id -> new Watched(log.nextId(), stall));
    watched.stall = stall;
    watched.waited = stall.isOpen() ? WaitedBehind.NOBODY : words.waited(stall);
    watched.sawAt(stall.detectedNanos());
    for (Stall.Sample sample : stall.samples()) {
      watched.sawAt(sample.atNanos());
    }
    judge(watched);
  }

  /** The loop is still in the same run, so the stall has lasted until then. */
  private void accept(LoopState state) {
    timePassed(state.atNanos());
    LoopState.OpenRun current = state.current();
    if (current == null) {
      return;
    }
    for (Watched watched : stalls.values()) {
      Stall stall = watched.stall;
      if (stall.isOpen() && stall.loop() == state.loop() && stall.run().id() == current.id()) {
        watched.sawAt(state.atNanos());
        judge(watched);
      }
    }
  }

  /** No loop tells of a deadlock of other threads, which lasts for ever. */
  private void timePassed(long nanos) {
    for (Watched watched : stalls.values()) {
      Stall stall = watched.stall;
      boolean lasts = stall.deadlock() && stall.loop() == 0 && stall.isOpen();
      if (lasts && nanos - watched.untilNanos >= GROWTH_NANOS) {
        watched.sawAt(nanos);
        judge(watched);
      }
    }
  }

  /** Those that waited until a stall ended are known once they have run. */
  private void ranAfter(int loop, long startNanos) {
    for (Watched watched : stalls.values()) {
      Stall stall = watched.stall;
      long settled = stall.endNanos() + SETTLING_NANOS + 2 * stallNanos(stall);
      boolean searching = !stall.isOpen() && !watched.waited.complete();
      if (searching && stall.loop() == loop && startNanos < settled) {
        WaitedBehind waited = words.waited(stall);
        if (!waited.equals(watched.waited)) {
          watched.waited = waited;
          judge(watched);
        }
      }
    }
  }

  private static long stallNanos(Stall stall) {
    return stall.endNanos() - stall.run().startNanos();
  }

  /**
   * Nothing more will be told. What lasts then stays open, unless the process ended; of what is not
   * known to last, the last that was seen is the end.
   */
  private void end(Watched watched, Bye bye) {
    Stall stall = watched.stall;
    if (!stall.isOpen()) {
      return;
    }
    boolean lasts = stall.deadlock() || words.isOpen(stall);
    if (lasts) {
      watched.sawAt(bye.atNanos());
    }
    if (!lasts || bye.reason() == Bye.Reason.TARGET_EXIT) {
      watched.stall = stall.endedAt(watched.untilNanos);
    }
    judge(watched);
  }

  private void judge(Watched watched) {
    Stall stall = watched.stall;
    long from = stall.run().startNanos();
    long lasted = watched.untilNanos - from;
    AlertKind rule =
        stall.deadlock() && limits.isEnabled(AlertKind.DEADLOCK)
            ? AlertKind.DEADLOCK
            : AlertKind.BLOCKED;
    boolean excused =
        !stall.deadlock()
            && (standStills.explain(from, watched.untilNanos) || isDueToPauses(stall, lasted));
    if (excused) {
      log.withdraw(watched.alert);
      return;
    } else if (!limits.isEnabled(rule)) {
      return;
    }
    log.put(
        new Alert(
            watched.alert,
            rule,
            stall.loop(),
            from,
            stall.endNanos(),
            lasted,
            stall.id(),
            words.sentence(stall, lasted, watched.waited),
            words.key(rule, stall)));
  }

  /** Whether the agent itself found that the JVM stood still for most of the time. */
  private static boolean isDueToPauses(Stall stall, long lasted) {
    long paused = 0;
    for (Stall.Share share : stall.shares()) {
      paused +=
          switch (share.cause()) {
            case GC, SAFEPOINT, FROZEN -> share.nanos();
            case UNKNOWN, LOCK, SLEEP, WAIT, BLOCKING_IO, CPU, STARVED -> 0;
          };
    }
    return paused * 2 > lasted;
  }
}
