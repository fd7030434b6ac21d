package dev.loopscope.dashboard.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.details.Details.Fact;
import dev.loopscope.dashboard.ui.details.Details.Section;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopSectionsTest {

  private static final long MS = 1_000_000;

  @Test
  void busiestHandlersShowTheirShareOfTheTime() {
    LoopFacts facts =
        new LoopFacts(
            1,
            9,
            1_200,
            1_000 * MS,
            64,
            List.of(new LoopFacts.Hot("com.example.Echo", 60, 620 * MS)));

    List<Section> sections = LoopSections.facts(facts);

    assertThat(sections).hasSize(2);
    assertThat(sections.get(0).facts()).containsExactly(Fact.of("Registered", "1,200"));
    assertThat(sections.get(1).facts()).containsExactly(Fact.of("Echo", "62 % · 60 turns"));
  }

  @Test
  void nothingKnownIsNoSection() {
    assertThat(LoopSections.facts(null)).isEmpty();
    assertThat(LoopSections.facts(new LoopFacts(1, 9, -1, 0, 0, List.of()))).isEmpty();
  }

  @Test
  void cpuTimeIsComparedWithTheWallClock() {
    LoopState.Totals totals =
        new LoopState.Totals(0, 0, 0, 0, 0, 0, 300 * MS, 700 * MS, 0, 250 * MS);

    assertThat(cpu(totals)).isEqualTo("250 ms, 25 % of the time");
  }

  @Test
  void cpuTimeFromBeforeTheSessionIsNoShareOfIt() {
    LoopState.Totals totals =
        new LoopState.Totals(0, 0, 0, 0, 0, 0, 300 * MS, 700 * MS, 0, 5_000 * MS);

    assertThat(cpu(totals)).isEqualTo("5 s");
  }

  private static String cpu(LoopState.Totals totals) {
    LoopState state = new LoopState(1, 9, LoopState.Activity.WAITING, 9, null, -1, totals);
    return LoopSections.totals(state).facts().stream()
        .filter(fact -> fact.name().equals("CPU time"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
