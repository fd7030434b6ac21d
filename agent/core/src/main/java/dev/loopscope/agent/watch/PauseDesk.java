package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.List;

/** Gathers the pauses of the JVM from all that tells of them, and reports each once. */
final class PauseDesk implements JvmPauses {

  private final GcPauses collections;
  private final Standstill standstill;
  private final Reports reports;
  private final PauseLog log = new PauseLog();

  PauseDesk(GcPauses collections, Standstill standstill, Reports reports) {
    this.collections = collections;
    this.standstill = standstill;
    this.reports = reports;
  }

  /**
   * Looks for news.
   *
   * @param plannedNanos when the watcher wanted to wake
   * @param stacksNanos how much of the time since the last look it took stacks
   */
  void look(long plannedNanos, long nowNanos, long stacksNanos) {
    standstill.tookStacks(stacksNanos);
    standstill.tick(plannedNanos, nowNanos);
    collections.look(this::add);
    standstill.explain(nowNanos, log, collections::doubtNanos, this::add);
  }

  private void add(Pause pause) {
    log.add(pause);
    reports.report(List.of(pause));
  }

  @Override
  public PauseLog log() {
    return log;
  }

  @Override
  public long untoldNanos(long fromNanos, long toNanos) {
    return collections.untoldNanos(fromNanos, toNanos);
  }

  @Override
  public long doubtNanos(long fromNanos, long toNanos) {
    long doubt =
        collections.doubtNanos(fromNanos, toNanos) + standstill.doubtNanos(fromNanos, toNanos);
    return Math.min(doubt, toNanos - fromNanos);
  }
}
