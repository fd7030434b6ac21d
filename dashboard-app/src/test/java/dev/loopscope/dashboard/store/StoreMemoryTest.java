package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.ATTACHED;
import static dev.loopscope.dashboard.store.Samples.MS;
import static dev.loopscope.dashboard.store.Samples.SECOND;
import static dev.loopscope.dashboard.store.Samples.batch;
import static dev.loopscope.dashboard.store.Samples.group;
import static dev.loopscope.dashboard.store.Samples.groups;
import static dev.loopscope.dashboard.store.Samples.span;
import static dev.loopscope.dashboard.store.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StoreMemoryTest {

  private static final int LOOPS = 8;
  private static final int RUNS_PER_BATCH = 2_500;

  /** A batch of back-to-back tasks of 4 µs each, that begin every 10 µs. */
  private static RunBatch everyTenMicros(int loop, long firstId, long from) {
    RunColumns runs = new RunColumns(RUNS_PER_BATCH);
    for (int i = 0; i < RUNS_PER_BATCH; i++) {
      long start = ATTACHED + from + i * 10_000L;
      runs.add(firstId + i, 0, 3, Ordinals.TASK, 0, start - 2_000, 0, start, start + 4_000, 0, 5);
    }
    return new RunBatch(loop, runs);
  }

  @Test
  void tenMinutesAt200kRunsASecondStayUnderTheBound() {
    long bound = 64L << 20;
    TraceStore store = new TraceStore(bound);
    store.accept(Samples.hello());
    long id = 1;
    long peak = 0;
    for (long at = 0; at < 600 * SECOND; at += 100 * MS) {
      for (int loop = 1; loop <= LOOPS; loop++) {
        store.accept(everyTenMicros(loop, id, at));
        store.accept(groups(loop, group(at + 25 * MS, at + 26 * MS, MS / 2, 500, MS)));
        id += RUNS_PER_BATCH;
      }
      peak = Math.max(peak, store.memoryBytes());
    }
    assertThat(peak).isLessThanOrEqualTo(bound + (1 << 20));
    assertThat(store.detail(1).fromNanos()).isGreaterThan(ATTACHED + 550 * SECOND);
    assertThat(store.detail(1).toNanos()).isEqualTo(store.extent().toNanos());
    LaneCells cells = new LaneCells();
    cells.prepare(span(0, 600 * SECOND), 600);
    store.lane(1, cells);
    long count = 0;
    for (int i = 0; i < cells.size(); i++) {
      assertThat(cells.busy(i)).as("cell %d", i).isBetween(24, 30);
      count += cells.count(i);
    }
    assertThat(count).isEqualTo(6_000L * (RUNS_PER_BATCH + 500));
    long[] runs = store.series(1, span(0, 600 * SECOND), 10).runs();
    assertThat(Arrays.stream(runs).sum()).isEqualTo(count);
  }

  @Test
  void theOldestRunsGoFirstWhicheverLoopTheyRanOn() {
    TraceStore store = new TraceStore(4L << 20);
    store.accept(batch(1, task(1, 0, 0, MS)));
    long id = 2;
    for (int i = 0; i < 100; i++) {
      store.accept(everyTenMicros(2, id, i * (25 * MS)));
      id += RUNS_PER_BATCH;
    }
    assertThat(store.find(1)).isNull();
    assertThat(store.runs(1, span(0, SECOND), 0, 10)).isEmpty();
    assertThat(store.detail(1).fromNanos()).isEqualTo(ATTACHED + MS);
    assertThat(store.find(id - 1)).isNotNull();
    assertThat(store.detail(2).fromNanos()).isGreaterThan(ATTACHED + SECOND);
  }

  @Test
  void idleLoopsAreCheap() {
    TraceStore store = new TraceStore();
    for (int loop = 1; loop <= 1_000; loop++) {
      store.accept(Samples.loop(loop));
      store.accept(batch(loop, task(loop, 0, loop * SECOND, loop * SECOND + MS)));
    }
    assertThat(store.memoryBytes() / 1_000).isLessThan(40_000);
  }

  @Test
  void manyBusyLoopsMakeThePastCoarserInsteadOfTakingMore() {
    long bound = 16L << 20;
    TraceStore store = new TraceStore(bound);
    store.accept(Samples.hello());
    for (int i = 0; i < 6_000; i++) {
      for (int loop = 1; loop <= 20; loop++) {
        long at = i * (10 * MS);
        store.accept(batch(loop, task(i * 20L + loop, at, at, at + 3 * MS)));
      }
    }
    assertThat(store.memoryBytes()).isLessThanOrEqualTo(bound);
    LaneCells cells = new LaneCells();
    cells.prepare(span(0, 60 * SECOND), 60);
    store.lane(20, cells);
    for (int i = 0; i < cells.size(); i++) {
      assertThat(cells.busy(i)).as("cell %d", i).isBetween(70, 83);
    }
  }
}
