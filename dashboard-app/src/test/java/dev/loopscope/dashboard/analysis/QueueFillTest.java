package dev.loopscope.dashboard.analysis;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.analysis.QueueFill.TypeCount;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.protocol.Run;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueFillTest {

  private static final TimeSpan GREW = new TimeSpan(1000 * MS, 1300 * MS);

  private final TraceStore trace = new TraceStore();

  @Test
  void shortTasksCountHoweverManyLongOnesRan() {
    Run[] longer =
        IntStream.range(0, 20_000)
            .mapToObj(i -> task(10 + i, 0, 900, 1400 + i * 2L, 1402 + i * 2L))
            .toArray(Run[]::new);
    trace.accept(Frames.hello());
    trace.accept(Frames.names());
    trace.accept(runs(task(1, 0, 1100, 1398, 1399), task(2, 0, 1200, 1399, 1400)));
    trace.accept(runs(longer));

    QueueFill fill = QueueFill.of(trace, LOOP, GREW);
    assertThat(fill.types())
        .containsExactly(new TypeCount(PUSH, "com.example.ChatHandler$Push", 2));
    assertThat(fill.merged()).isFalse();
  }
}
