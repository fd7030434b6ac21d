package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;

/** What is known about one run over its limit. For the watcher's thread. */
final class StallCase {

  final long id;
  final int loop;
  final OpenRun run;
  final long limitNanos;
  final long detectedNanos;

  /** When the thread's CPU time was read before the first sample, 0 if it was not. */
  private final long cpuAtNanos;

  private final long cpuNanos;

  private final List<Observation> observations = new ArrayList<>();
  private int samplesTried;

  /** Whether a frame of this stall was sent. */
  boolean announced;

  /** When the run ended as far as known, 0 while it lasts. */
  long endNanos;

  /** Whether {@link #endNanos} comes from the finished run itself. */
  boolean endIsExact;

  /** When the case began to wait for its verdict, 0 when it does not wait. */
  long waitingSinceNanos;

  StallCase(
      long id,
      int loop,
      OpenRun run,
      long limitNanos,
      long detectedNanos,
      long cpuAtNanos,
      long cpuNanos) {
    this.id = id;
    this.loop = loop;
    this.run = run;
    this.limitNanos = limitNanos;
    this.detectedNanos = detectedNanos;
    this.cpuAtNanos = cpuAtNanos;
    this.cpuNanos = cpuNanos;
  }

  /** The age of the run at which the next sample is due, in nanoseconds. */
  long nextSampleAgeNanos() {
    return SampleTimes.dueAgeNanos(limitNanos, samplesTried);
  }

  /** A sample was due at {@code ageNanos}; whether it could be used says {@link #add}. */
  void tried(long ageNanos) {
    while (nextSampleAgeNanos() <= ageNanos) {
      samplesTried++;
    }
  }

  void add(Observation observation) {
    observations.add(observation);
  }

  /** How long the run has kept its loop up to {@code nowNanos}, JVM pauses taken out. */
  long ownNanos(long nowNanos, PauseLog pauses) {
    return nowNanos - run.startNanos() - pauses.overlapNanos(run.startNanos(), nowNanos);
  }

  Stall toFrame(long nowNanos, PauseLog pauses) {
    List<Stack> stacks = observations.stream().map(Observation::stack).toList();
    Culprit culprit = Culprit.of(stacks);
    long until = endNanos == 0 ? nowNanos : endNanos;
    return new Stall(
        id,
        loop,
        run,
        limitNanos,
        detectedNanos,
        endNanos,
        observations.stream().map(Observation::toFrame).toList(),
        culprit.stack(),
        culprit.frame(),
        CauseShares.of(run.startNanos(), until, cpuAtNanos, cpuNanos, observations, pauses));
  }
}
