package dev.loopscope.dashboard.ui.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListTrace;
import org.junit.jupiter.api.Test;

class RunQueryTest {

  private final ListTrace trace = Chat.session(false).trace();

  @Test
  void longestRunsAreKeptAndTheRestIsCounted() {
    RunQuery.Answer answer = new RunQuery(trace.extent(), "", false, 10).ask(trace);

    assertThat(answer.rows()).hasSize(10);
    assertThat(answer.rows().get(0).run().id()).isEqualTo(Chat.BLOCKED_RUN);
    assertThat(answer.matched()).isEqualTo(trace.runs.size());
  }

  @Test
  void filterFindsTypesAndLoopsWhateverTheirCase() {
    RunQuery.Answer byType = new RunQuery(trace.extent(), "chathandler", false, 9_999).ask(trace);
    RunQuery.Answer byLoop = new RunQuery(trace.extent(), "WORKER-2", false, 9_999).ask(trace);

    assertThat(byType.rows()).isNotEmpty().allMatch(row -> row.typeName().contains("ChatHandler"));
    assertThat(byLoop.rows()).isNotEmpty().allMatch(row -> row.loop() == 2);
  }

  @Test
  void runsOutOfSightAreLeftOut() {
    TimeSpan early = new TimeSpan(Chat.START, Chat.START + 1_000 * Chat.MILLI);

    assertThat(new RunQuery(early, "", false, 9_999).ask(trace).rows())
        .noneMatch(row -> row.run().id() == Chat.BLOCKED_RUN);
  }
}
