package dev.loopscope.dashboard.analysis;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.run;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypeStatisticsTest {

  private static final TimeSpan ALL = new TimeSpan(0, 10_000 * MS);

  private final PlainTrace trace = new PlainTrace();

  @BeforeEach
  void names() {
    trace.accept(Frames.names());
  }

  @Test
  void singleRunsAreCountedByType() {
    trace.accept(
        runs(
            task(1, 0, 100, 110, 120),
            run(2, 0, RunKind.TASK, Outcome.FAILED, 115, 120, 150),
            run(3, 0, RunKind.TASK, Outcome.CANCELLED, 100, 150, 150),
            run(4, 0, RunKind.IO, Outcome.DONE, 0, 200, 300)));

    TypeStatistics.Row row = TypeStatistics.of(trace, ALL).get(0);
    assertThat(TypeStatistics.of(trace, ALL)).hasSize(1);
    assertThat(row.typeName()).isEqualTo("com.example.ChatHandler$Push");
    assertThat(row.runs()).isEqualTo(2);
    assertThat(row.failed()).isEqualTo(1);
    assertThat(row.totalNanos()).isEqualTo(40 * MS);
    assertThat(row.meanNanos()).isEqualTo(20 * MS);
    assertThat(row.maxNanos()).isEqualTo(30 * MS);
    assertThat(row.worstDelayNanos()).isEqualTo(10 * MS);
  }

  @Test
  void mergedRunsOfSeveralTypesKeepTheirExactTotals() {
    trace.accept(group(10, List.of(new TypeTotal(PUSH, 6, 60 * MS), new TypeTotal(7, 3, 9 * MS))));

    List<TypeStatistics.Row> rows = TypeStatistics.of(trace, ALL);
    assertThat(rows).extracting(TypeStatistics.Row::type).containsExactly(PUSH, 7, 0);
    TypeStatistics.Row push = rows.get(0);
    assertThat(push.runs()).isEqualTo(6);
    assertThat(push.merged()).isEqualTo(6);
    assertThat(push.totalNanos()).isEqualTo(60 * MS);
    assertThat(push.maxNanos()).isEqualTo(35 * MS);
    assertThat(push.failed()).isZero();
    assertThat(rows.get(2).runs()).isEqualTo(1);
  }

  @Test
  void groupOfASingleTypeTellsItsFailuresAndDelays() {
    trace.accept(group(6, List.of(new TypeTotal(PUSH, 6, 60 * MS))));
    TypeStatistics.Row row = TypeStatistics.of(trace, ALL).get(0);
    assertThat(row.failed()).isEqualTo(2);
    assertThat(row.worstDelayNanos()).isEqualTo(4 * MS);
  }

  private static GroupBatch group(long count, List<TypeTotal> types) {
    return new GroupBatch(
        LOOP,
        List.of(
            new GroupBatch.Group(
                1000 * MS, 1100 * MS, 70 * MS, 0, count, 0, 2, 35 * MS, PUSH, 4 * MS, types)),
        new LogHistogram(),
        new LogHistogram());
  }
}
