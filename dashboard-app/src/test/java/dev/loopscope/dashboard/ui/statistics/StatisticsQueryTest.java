package dev.loopscope.dashboard.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListTrace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsQueryTest {

  private final ListTrace trace = Chat.session(false).trace();

  private TypeRow heaviest() {
    return new StatisticsQuery(trace, trace.extent()).ask().types().get(0);
  }

  @Test
  void typeThatTookMostTimeComesFirst() {
    List<TypeRow> types = new StatisticsQuery(trace, trace.extent()).ask().types();

    assertThat(types).hasSize(3);
    assertThat(types.get(0).busyNanos()).isGreaterThanOrEqualTo(types.get(1).busyNanos());
    assertThat(types.stream().mapToLong(TypeRow::count).sum()).isEqualTo(trace.runs.size());
  }

  @Test
  void mergedRunsCountInTotalsButNotInPercentiles() {
    TypeRow before = heaviest();
    trace.groups.put(
        1,
        List.of(
            new Group(
                Chat.START,
                Chat.START + 10,
                7,
                0,
                5,
                0,
                0,
                3,
                1,
                0,
                List.of(new TypeTotal(1, 5, 7)))));

    TypeRow after =
        new StatisticsQuery(trace, trace.extent())
            .ask().types().stream()
                .filter(row -> row.typeName().endsWith("ChatHandler"))
                .findFirst()
                .orElseThrow();

    assertThat(before.typeName()).isEqualTo(after.typeName());
    assertThat(after.count()).isEqualTo(before.count() + 5);
    assertThat(after.durations()).isEqualTo(before.durations());
  }
}
