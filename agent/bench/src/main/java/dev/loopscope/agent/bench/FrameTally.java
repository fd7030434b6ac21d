package dev.loopscope.agent.bench;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stats;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what the agent tells. One thread gives frames, any thread reads the counts. */
final class FrameTally implements Consumer<Frame> {
  private static final RunKind[] KINDS = RunKind.values();

  private long single;
  private long merged;
  private long ioPhases;
  private long lost;
  private @Nullable Stats first;
  private @Nullable Stats last;

  @Override
  public synchronized void accept(Frame frame) {
    if (frame instanceof RunBatch batch) {
      count(batch.runs());
    } else if (frame instanceof GroupBatch batch) {
      for (GroupBatch.Group group : batch.groups()) {
        merged += group.count();
        ioPhases += group.ioCount();
      }
    } else if (frame instanceof Gap gap) {
      lost += gap.lost();
    } else if (frame instanceof Stats stats) {
      first = first == null ? stats : first;
      last = stats;
    }
  }

  private void count(RunColumns runs) {
    for (int i = 0; i < runs.size(); i++) {
      switch (KINDS[runs.kind(i)]) {
        case IO -> ioPhases++;
        case TASK, TIMER -> single++;
        case INTERNAL -> {} // a timer's way into the queue, which is told once more as the timer
      }
    }
  }

  /** Tasks and timers told, one by one or in a group. */
  synchronized long tasks() {
    return single + merged;
  }

  synchronized long single() {
    return single;
  }

  synchronized long merged() {
    return merged;
  }

  synchronized long ioPhases() {
    return ioPhases;
  }

  synchronized long lost() {
    return lost;
  }

  /** Share of a core that the agent's threads took, NaN before it has said so twice. */
  synchronized double agentPercent() {
    Stats from = first;
    Stats to = last;
    return from == null || to == null
        ? Double.NaN
        : 100.0 * (to.agentCpuNanos() - from.agentCpuNanos()) / (to.atNanos() - from.atNanos());
  }
}
