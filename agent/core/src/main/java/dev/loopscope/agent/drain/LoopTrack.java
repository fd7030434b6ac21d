package dev.loopscope.agent.drain;

import dev.loopscope.agent.plugin.LoopOwner;
import dev.loopscope.agent.probe.LoopscopeCounts;
import dev.loopscope.agent.probe.LoopscopeCurrent;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeRing;
import dev.loopscope.agent.watch.WatchedLoop;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent remembers of one loop besides what the probe holds. The fields belong to the drain
 * thread; the methods of {@link WatchedLoop} to the watcher's, but names, which either may ask for.
 */
final class LoopTrack implements WatchedLoop {

  private static final RunKind[] KINDS = RunKind.values();
  private static final double RATE_MEMORY_NANOS = 300_000_000.0;

  final LoopscopeLoop probe;

  /** From when on the loop was watched. */
  final long sinceNanos;

  /** Its thread's name and its kind as they were last told. */
  String toldName = "";

  String toldKind = "";

  /** The copy of its framework as it was last told. */
  int toldCopy;

  /** Runs a second, averaged over the last third of a second. */
  double rate;

  /** Whether its short runs are merged. */
  boolean merging;

  /** End of the last record taken from the ring. */
  long lastEndNanos;

  /** Whether it was seen in select or poll: then what is not waiting is busy. */
  boolean polls;

  /** The largest waiting time told, so that what is told never goes back. */
  long toldWaitNanos;

  /** Lost runs told in gaps so far. */
  long toldLost;

  /** CPU time of its thread as last read. */
  long cpuNanos = -1;

  /** CPU time of its thread when it was first read. */
  private long cpuBefore = -1;

  /** Whose it is, with version, as far as its stack told; empty when it did not. */
  String detail = "";

  /** How often its stack was looked at to know whose it is. */
  int looks;

  private volatile @Nullable LoopHome home;

  /** What the probe had summed up when the loop was first seen. */
  private final long waitedBefore;

  private final long ranBefore;
  private final LoopscopeCurrent watched = new LoopscopeCurrent();
  private volatile Named named = new Named("", "");

  /** The name of a thread may change; its group is found anew only then. */
  private record Named(String name, String group) {}

  LoopTrack(LoopscopeLoop probe, long nowNanos) {
    this.probe = probe;
    sinceNanos = nowNanos;
    lastEndNanos = nowNanos;
    waitedBefore = waitedAll(probe.pollSinceNanos(), nowNanos);
    ranBefore = probe.counts().get(LoopscopeCounts.BUSY_NANOS);
  }

  /** Time in select or poll since the loop is watched; {@code polling}: since when it polls now. */
  long waitedNanos(long polling, long nowNanos) {
    return waitedAll(polling, nowNanos) - waitedBefore;
  }

  private long waitedAll(long polling, long nowNanos) {
    long open = polling == 0 ? 0 : Math.max(0, nowNanos - polling);
    return probe.counts().get(LoopscopeCounts.WAIT_NANOS) + open;
  }

  /** Takes a reading of the thread's CPU time, -1 unknown. */
  void readCpu(long nanos) {
    cpuNanos = nanos;
    cpuBefore = cpuBefore < 0 ? nanos : cpuBefore;
  }

  /** CPU time used since it was first read. */
  long usedCpuNanos() {
    return cpuNanos - cpuBefore;
  }

  /** Time in runs that have ended since the loop is watched. */
  long ranNanos() {
    return probe.counts().get(LoopscopeCounts.BUSY_NANOS) - ranBefore;
  }

  /** Takes {@code runs} in the last {@code elapsedNanos} into the rate. */
  void updateRate(long runs, long elapsedNanos) {
    double weight = 1 - Math.exp(-elapsedNanos / RATE_MEMORY_NANOS);
    rate += weight * (runs * 1e9 / Math.max(1, elapsedNanos) - rate);
  }

  /** Records waiting in the ring. */
  int waiting() {
    LoopscopeRing ring = probe.ring();
    return ring == null ? 0 : ring.size();
  }

  /** Records the ring holds, 0 when there is none yet. */
  int capacity() {
    LoopscopeRing ring = probe.ring();
    return ring == null ? 0 : ring.capacity();
  }

  /** A run that was copied from the probe. */
  static OpenRun openRun(LoopscopeCurrent run) {
    boolean io = KINDS[run.kind] == RunKind.IO;
    return new OpenRun(
        run.runId,
        run.parentId,
        run.type,
        KINDS[run.kind],
        io ? 0 : run.submittedNanos,
        io ? 0 : run.dueNanos,
        run.startNanos,
        run.submitterThreadId);
  }

  @Override
  public int loop() {
    return probe.index();
  }

  @Override
  public String kind() {
    LoopHome known = home;
    LoopOwner owner = known == null ? null : known.owner();
    String seen = probe.kind();
    return owner != null && owner.ofKind().equals(seen) ? owner.kind() : seen;
  }

  /** Where it waits, once that was seen. */
  @Nullable LoopHome home() {
    return home;
  }

  void setHome(LoopHome found) {
    home = found;
  }

  @Override
  public boolean hasLeft(long run, List<StackTraceElement> stack) {
    LoopHome known = home;
    if (known == null || !known.isLeft(stack)) {
      return false;
    }
    probe.leave(run);
    return true;
  }

  /** See {@link LoopscopeLoop#copy}. */
  int copy() {
    return probe.copy();
  }

  @Override
  public String name() {
    return named().name();
  }

  @Override
  public String group() {
    return named().group();
  }

  private Named named() {
    String name = probe.thread().getName();
    Named known = named;
    if (!known.name().equals(name)) {
      known = new Named(name, GroupName.of(name));
      named = known;
    }
    return known;
  }

  @Override
  public Thread thread() {
    return probe.thread();
  }

  @Override
  public long threadId() {
    return probe.threadId();
  }

  @Override
  public long currentRun() {
    return probe.currentRunId();
  }

  @Override
  public long currentStartNanos() {
    return probe.readCurrent(watched) ? watched.startNanos : 0;
  }

  @Override
  public @Nullable OpenRun open(long id) {
    return probe.readCurrent(watched) && watched.runId == id ? openRun(watched) : null;
  }
}
