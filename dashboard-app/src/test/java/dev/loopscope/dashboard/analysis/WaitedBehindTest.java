package dev.loopscope.dashboard.analysis;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitedBehindTest {

  private static final long END = 1340 * MS;

  private final CountingTrace trace = new CountingTrace();

  /** Counts the runs that somebody looked at. */
  private static final class CountingTrace extends PlainTrace {
    private long seen;

    @Override
    public synchronized List<Run> runs(int loop, TimeSpan span, long minDurationNanos, int max) {
      List<Run> found = super.runs(loop, span, minDurationNanos, max);
      seen += found.size();
      return found;
    }
  }

  @Test
  void itIsNotCompleteBeforeTheLoopHasCaughtUp() {
    see(task(8, 0, 1002, 1340, 1341), task(9, 0, 1400, 1400, 1401));
    assertThat(WaitedBehind.of(trace, LOOP, END))
        .isEqualTo(new WaitedBehind(1, 338 * MS, false, false));
  }

  @Test
  void loopThatHasCaughtUpIsNotLookedAtBeyondThat() {
    see(
        IntStream.range(0, 20_000)
            .mapToObj(i -> onTime(10 + i, END + i * 1000L))
            .toArray(Run[]::new));
    assertThat(WaitedBehind.of(trace, LOOP, END)).isEqualTo(new WaitedBehind(0, 0, false, true));
    assertThat(trace.seen).isLessThan(2000);
  }

  private static Run onTime(long id, long nanos) {
    return new Run(id, 0, PUSH, RunKind.TASK, Outcome.DONE, nanos, 0, nanos, nanos + 900, 0, 20);
  }

  private void see(Run... all) {
    trace.accept(Frames.hello());
    trace.accept(Frames.names());
    trace.accept(runs(all));
  }
}
