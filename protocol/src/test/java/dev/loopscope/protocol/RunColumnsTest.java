package dev.loopscope.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunColumnsTest {

  @Provide
  Arbitrary<List<Run>> runs() {
    return AnyRun.runs().list().ofMaxSize(40);
  }

  @Property(tries = 200)
  void rowsAreTheRunsThatWereAdded(@ForAll("runs") List<Run> runs) {
    RunColumns columns = RunColumns.of(runs.toArray(Run[]::new));

    assertThat(IntStream.range(0, columns.size()).mapToObj(columns::run)).isEqualTo(runs);
    assertThat(columns.isEmpty()).isEqualTo(runs.isEmpty());
  }

  @Property(tries = 200)
  void equalRunsMakeEqualColumnsWhateverRoomTheyHave(@ForAll("runs") List<Run> runs) {
    RunColumns roomy = new RunColumns(1_000);
    runs.forEach(roomy::add);

    assertThat(roomy)
        .isEqualTo(RunColumns.of(runs.toArray(Run[]::new)))
        .hasSameHashCodeAs(RunColumns.of(runs.toArray(Run[]::new)));
  }

  @Test
  void columnsOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> columns(new long[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different lengths");
  }

  @Test
  void adoptedColumnsStillGrow() {
    RunColumns columns = columns(new long[0], new int[0]);
    columns.add(1, 2, 3, 0, 0, 4, 5, 6, 7, 8, 9);

    assertThat(columns.run(0))
        .isEqualTo(new Run(1, 2, 3, RunKind.TASK, Outcome.DONE, 4, 5, 6, 7, 8, 9));
  }

  private static RunColumns columns(long[] ids) {
    return columns(ids, new int[1]);
  }

  private static RunColumns columns(long[] ids, int[] types) {
    int n = types.length;
    return new RunColumns(
        ids,
        new long[n],
        types,
        new byte[n],
        new byte[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n],
        new long[n]);
  }
}
