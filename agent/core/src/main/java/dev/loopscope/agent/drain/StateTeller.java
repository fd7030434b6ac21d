package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeCounts;
import dev.loopscope.agent.probe.LoopscopeCurrent;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeQueues;
import dev.loopscope.agent.probe.LoopscopeRecord;
import dev.loopscope.agent.probe.LoopscopeThreadReading;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Activity;
import dev.loopscope.protocol.LoopState.OpenRun;
import java.io.IOException;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells what a loop is doing and its totals. For the drain thread. */
final class StateTeller {

  private final FrameSink sink;
  private final Dictionary dictionary;
  private final LongUnaryOperator cpuNanosOfThread;
  private final LoopscopeCurrent current = new LoopscopeCurrent();

  /**
   * @param cpuNanosOfThread CPU time by thread id, -1 unknown
   */
  StateTeller(FrameSink sink, Dictionary dictionary, LongUnaryOperator cpuNanosOfThread) {
    this.sink = sink;
    this.dictionary = dictionary;
    this.cpuNanosOfThread = cpuNanosOfThread;
  }

  /** Tells the state of a loop right after its ring was read. */
  void tell(LoopTrack loop, long nowNanos, boolean ended) throws IOException {
    dictionary.useLoop(loop);
    OpenRun open = !ended && loop.probe.readCurrent(current) ? LoopTrack.openRun(current) : null;
    if (open != null) {
      dictionary.useType(open.type());
    }
    if (!ended) {
      loop.readCpu(cpuNanosOfThread.applyAsLong(loop.threadId()));
    }
    long polling = open == null && !ended ? loop.probe.pollSinceNanos() : 0;
    loop.polls |= polling != 0 || loop.probe.counts().get(LoopscopeCounts.ITERATIONS) != 0;
    long waited = waitNanos(loop, open, polling, nowNanos);
    Activity activity = activity(loop, ended, open, polling);
    long since =
        switch (activity) {
          case RUNNING -> open == null ? nowNanos : open.startNanos();
          case WAITING -> polling == 0 ? loop.lastEndNanos : polling;
          case BETWEEN, ENDED -> loop.lastEndNanos;
        };
    sink.send(
        new LoopState(
            loop.loop(),
            nowNanos,
            activity,
            since,
            open,
            pending(loop.probe),
            totals(loop, open, waited, nowNanos)));
  }

  /** Tells the totals of what could not be given to one loop, if there are any. */
  void tellUnbound(LoopscopeCounts counts, long nowNanos) throws IOException {
    LoopState.Totals totals = totals(counts, 0, 0, 0, 0, -1);
    if (totals.submitted() != 0 || totals.finished() != 0 || totals.cancelled() != 0) {
      sink.send(new LoopState(0, nowNanos, Activity.WAITING, nowNanos, null, -1, totals));
    }
  }

  private static Activity activity(
      LoopTrack loop, boolean ended, @Nullable OpenRun open, long polling) {
    if (ended) {
      return Activity.ENDED;
    }
    if (open != null) {
      return Activity.RUNNING;
    }
    if (polling != 0) {
      return Activity.WAITING;
    }
    if (loop.polls) {
      return Activity.BETWEEN;
    }
    return switch (LoopscopeThreadReading.state(loop.probe.thread())) {
      case WAITING, TIMED_WAITING -> Activity.WAITING;
      default -> Activity.BETWEEN;
    };
  }

  /** Waiting time since the loop is watched: never less than was told before. */
  private static long waitNanos(
      LoopTrack loop, @Nullable OpenRun open, long polling, long nowNanos) {
    long watched = nowNanos - loop.sinceNanos;
    long waited;
    if (loop.polls) {
      waited = loop.waitedNanos(polling, nowNanos);
    } else if (open == null && loop.ranNanos() == 0 && loop.cpuNanos >= 0) {
      waited = watched - loop.usedCpuNanos(); // no run of it is seen: its work is what it computes
    } else {
      long running = open == null ? 0 : nowNanos - Math.max(open.startNanos(), loop.sinceNanos);
      waited = watched - loop.ranNanos() - running;
    }
    loop.toldWaitNanos = Math.min(watched, Math.max(loop.toldWaitNanos, waited));
    return loop.toldWaitNanos;
  }

  private static long pending(LoopscopeLoop probe) {
    if (probe.isWorker()) {
      return LoopscopeQueues.waiting(probe);
    }
    if (probe.isQueueShared()) {
      return -1;
    }
    LoopscopeCounts counts = probe.counts();
    long taken = counts.get(LoopscopeCounts.TAKEN);
    long given = counts.get(LoopscopeCounts.SUBMITTED) - counts.get(LoopscopeCounts.REJECTED);
    return Math.max(0, given - taken);
  }

  private LoopState.Totals totals(
      LoopTrack loop, @Nullable OpenRun open, long waited, long nowNanos) {
    boolean taskOpen = open != null && current.kind <= LoopscopeRecord.KIND_TIMER;
    return totals(
        loop.probe.counts(),
        taskOpen ? 1 : 0,
        Math.max(0, nowNanos - loop.sinceNanos - waited),
        waited,
        loop.probe.lost(),
        loop.cpuNanos);
  }

  private static LoopState.Totals totals(
      LoopscopeCounts counts, int open, long busy, long waited, long lost, long cpuNanos) {
    long failed = counts.get(LoopscopeCounts.FAILED);
    long finished = counts.get(LoopscopeCounts.DONE) + failed;
    return new LoopState.Totals(
        counts.get(LoopscopeCounts.SUBMITTED)
            + counts.get(LoopscopeCounts.SCHEDULED)
            - counts.get(LoopscopeCounts.REJECTED),
        finished + open,
        finished,
        failed,
        counts.get(LoopscopeCounts.CANCELLED),
        counts.get(LoopscopeCounts.ITERATIONS),
        busy,
        waited,
        lost,
        cpuNanos);
  }
}
