package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.ATTACHED;
import static dev.loopscope.dashboard.store.Samples.MS;
import static dev.loopscope.dashboard.store.Samples.SECOND;
import static dev.loopscope.dashboard.store.Samples.busyLoop;
import static dev.loopscope.dashboard.store.Samples.span;
import static dev.loopscope.dashboard.store.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RunChunksTest {

  private static final TimeSpan ALL = new TimeSpan(-SECOND, Long.MAX_VALUE / 2);

  private static RunChunks keep(List<Run> runs) {
    RunChunks chunks = new RunChunks();
    RunColumns columns = RunColumns.of(runs.toArray(new Run[0]));
    for (int i = 0; i < columns.size(); i++) {
      chunks.add(columns, i);
    }
    return chunks;
  }

  private static List<Run> read(RunChunks chunks, TimeSpan span) {
    List<Run> found = new ArrayList<>();
    chunks.forEachRow(span, (chunk, row) -> found.add(chunk.run(row)));
    return found;
  }

  @RepeatedTest(5)
  void givesBackEveryFieldOfEveryRun() {
    long seed = new Random().nextLong();
    List<Run> runs = busyLoop(new Random(seed), 10_000, 50_000);
    assertThat(read(keep(runs), ALL)).as("seed %d", seed).isEqualTo(runs);
  }

  @Test
  void givesBackWhatDoesNotFitIntoItsColumns() {
    List<Run> runs =
        List.of(
            run(1, Long.MAX_VALUE, 1 << 20, 0, 0, 0, 10 * SECOND, 0),
            run(Long.MIN_VALUE, 7, -5, 20 * SECOND, 0, 11 * SECOND, 12 * SECOND, 9),
            run(
                Long.MAX_VALUE,
                -7,
                Integer.MAX_VALUE,
                1,
                600 * SECOND,
                13 * SECOND,
                40 * SECOND,
                1),
            run(4, 0, 0, 0, 0, 41 * SECOND, 41 * SECOND, Long.MAX_VALUE));
    assertThat(read(keep(runs), ALL)).isEqualTo(runs);
  }

  private static Run run(
      long id, long parent, int type, long submitted, long due, long start, long end, long by) {
    return new Run(
        id, parent, type, RunKind.TIMER, Outcome.DONE, submitted, due, start, end, 0, by);
  }

  @Test
  void beginsAnotherChunkWhenMoreThreadsSubmitThanOneKnows() {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= 2_000; i++) {
      runs.add(run(i, 0, 1, 0, 0, i * MS, i * MS + 1, i));
    }
    assertThat(read(keep(runs), ALL)).isEqualTo(runs);
  }

  @RepeatedTest(5)
  void findsExactlyTheRunsThatOverlapASpan() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Run> runs = busyLoop(random, 9_000, 100_000);
    RunChunks chunks = keep(runs);
    long last = runs.get(runs.size() - 1).endNanos() - ATTACHED;
    for (int i = 0; i < 50; i++) {
      long from = random.nextLong(last);
      TimeSpan span = span(from, from + random.nextLong(20 * MS));
      List<Run> expected =
          runs.stream().filter(run -> span.overlaps(run.startNanos(), run.endNanos())).toList();
      assertThat(read(chunks, span)).as("seed %d, %s", seed, span).isEqualTo(expected);
      assertThat(chunks.hasAtMost(span, expected.size())).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void findsARunAroundACancellationThatWasRecordedBeforeIt() {
    Run cancelled = task(1, 0, 5 * MS, 5 * MS, Outcome.CANCELLED);
    Run around = task(2, 0, 4 * MS, 7 * MS);
    RunChunks chunks = keep(List.of(cancelled, around, task(3, 0, 8 * MS, 9 * MS)));
    assertThat(read(chunks, span(4_200_000, 4_400_000))).containsExactly(around);
  }

  @Test
  void findsRunsThatCameOutOfOrder() {
    List<Run> runs = new ArrayList<>();
    for (int i = 9_000; i > 0; i--) {
      runs.add(task(i, 0, i * MS, i * MS + 10));
    }
    assertThat(read(keep(runs), span(100 * MS, 102 * MS)))
        .extracting(Run::id)
        .containsExactlyInAnyOrder(100L, 101L);
  }

  @Test
  void findsByIdAndKnowsTheNeighbours() {
    List<Run> runs = busyLoop(new Random(1), 9_000, 100_000);
    RunChunks chunks = keep(runs);
    Run middle = runs.get(4_500);
    assertThat(chunks.find(middle.id())).isEqualTo(middle);
    assertThat(chunks.find(12)).isNull();
    assertThat(chunks.neighbour(middle.startNanos(), true)).isEqualTo(runs.get(4_501));
    assertThat(chunks.neighbour(middle.startNanos(), false)).isEqualTo(runs.get(4_499));
    assertThat(chunks.neighbour(runs.get(0).startNanos(), false)).isNull();
    assertThat(chunks.neighbour(ATTACHED + 9_999 * SECOND, true)).isNull();
    assertThat(chunks.neighbour(ATTACHED + 9_999 * SECOND, false)).isEqualTo(runs.get(8_999));
  }

  @Test
  void keepsARunInAtMost32Bytes() {
    int count = 100_000;
    RunChunks chunks = keep(busyLoop(new Random(2), count, 20_000));
    assertThat(chunks.memoryBytes() / (double) count).isLessThan(32);
  }

  @Test
  void keepsTheLongestWhenThereAreMoreThanAskedFor() {
    LaneDetail detail = new LaneDetail();
    RunColumns columns =
        RunColumns.of(
            task(1, 0, 0, 5 * MS),
            task(2, 0, 6 * MS, 7 * MS),
            task(3, 0, 8 * MS, 16 * MS),
            task(4, 0, 17 * MS, 23 * MS));
    for (int i = 0; i < columns.size(); i++) {
      detail.runs.add(columns, i);
    }
    assertThat(detail.longest(ALL, 0, 2)).extracting(Run::id).containsExactly(3L, 4L);
    assertThat(detail.longest(ALL, 6 * MS, 9)).extracting(Run::id).containsExactly(3L, 4L);
    assertThat(detail.longest(ALL, 0, 0)).isEmpty();
  }
}
