package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;

/** What can be selected in the window: one thing at a time. */
public sealed interface Selected {

  /** The loop it is on, 0 when it is on none or on all. */
  default int loop() {
    return 0;
  }

  /** What it covers; a thing that has not ended covers up to {@code nowNanos}. */
  default TimeSpan span(long nowNanos) {
    return TimeSpan.EMPTY;
  }

  /** Nothing is selected. */
  record Nothing() implements Selected {}

  /** A whole lane. */
  record OfLoop(int loop) implements Selected {}

  /** A finished run. */
  record OfRun(int loop, Run run) implements Selected {
    @Override
    public TimeSpan span(long nowNanos) {
      return new TimeSpan(run.startNanos(), run.endNanos());
    }
  }

  /** A run that has not ended yet. */
  record OfOpenRun(int loop, OpenRun run) implements Selected {
    @Override
    public TimeSpan span(long nowNanos) {
      return new TimeSpan(run.startNanos(), Math.max(run.startNanos(), nowNanos));
    }
  }

  /** Merged runs. */
  record OfGroup(int loop, Group group) implements Selected {
    @Override
    public TimeSpan span(long nowNanos) {
      return new TimeSpan(group.fromNanos(), group.toNanos());
    }
  }

  /** A pause of the JVM. */
  record OfPause(Pause pause) implements Selected {
    @Override
    public TimeSpan span(long nowNanos) {
      return new TimeSpan(pause.fromNanos(), pause.toNanos());
    }
  }

  /** Lost data. */
  record OfGap(Gap gap) implements Selected {
    @Override
    public int loop() {
      return gap.loop();
    }

    @Override
    public TimeSpan span(long nowNanos) {
      return new TimeSpan(gap.fromNanos(), gap.toNanos());
    }
  }
}
