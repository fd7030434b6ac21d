package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.ATTACHED;
import static dev.loopscope.dashboard.store.Samples.SECOND;
import static dev.loopscope.dashboard.store.Samples.batch;
import static dev.loopscope.dashboard.store.Samples.busyLoop;
import static dev.loopscope.dashboard.store.Samples.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Run;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StoreConcurrencyTest {

  private static final int BATCH = 250;

  @Test
  void aReaderNeverSeesHalfABatchAndNeverFails() throws Exception {
    // Room for a part only, so that chunks are dropped under the reader's eyes.
    TraceStore store = new TraceStore(3 << 20);
    List<Run> runs = busyLoop(new Random(5), 200_000, 20_000);
    AtomicBoolean written = new AtomicBoolean();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> reader = threads.submit(() -> readWhile(store, written));
      for (int i = 0; i < runs.size(); i += BATCH) {
        store.accept(batch(1, runs.subList(i, i + BATCH).toArray(new Run[0])));
      }
      written.set(true);
      assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
    } finally {
      threads.shutdownNow();
    }
  }

  private static int readWhile(TraceStore store, AtomicBoolean written) {
    LaneCells cells = new LaneCells();
    long[] last = new long[1];
    int rounds = 0;
    boolean more = true;
    while (more) {
      more = !written.get();
      long version = store.version();
      TimeSpan extent = store.extent();
      cells.prepare(span(0, 10 * SECOND), 1_600);
      store.lane(1, cells);
      long count = 0;
      for (int i = 0; i < cells.size(); i++) {
        count += cells.count(i);
      }
      assertThat(count % BATCH).as("runs seen: %d", count).isZero();
      assertThat(count).isGreaterThanOrEqualTo(version * BATCH);
      last[0] = 0;
      store.forEachRun(
          extent,
          (run, loop) -> {
            assertThat(run.endNanos()).isGreaterThanOrEqualTo(last[0]);
            last[0] = run.endNanos();
          });
      store.series(1, new TimeSpan(ATTACHED, Math.max(ATTACHED, extent.toNanos()) + 1), 100);
      assertThat(store.loops()).hasSizeLessThanOrEqualTo(1);
      store.find(store.version());
      rounds++;
    }
    return rounds;
  }
}
