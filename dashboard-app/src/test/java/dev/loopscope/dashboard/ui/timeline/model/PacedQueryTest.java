package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.common.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PacedQueryTest {

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private long clock;
  private int asked;
  private final PacedQuery<Integer, String> query =
      new PacedQuery<>(new Background(waiting::add, Runnable::run), 100, () -> clock);

  private void pull(int key) {
    query.pull(
        key,
        () -> {
          asked++;
          return "answer " + key;
        });
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void theSameQuestionIsAskedOnce() {
    pull(1);
    work();
    clock += 1_000;
    pull(1);
    work();
    assertThat(asked).isEqualTo(1);
    assertThat(query.answer()).isEqualTo("answer 1");
  }

  @Test
  void newQuestionsWaitForTheirTime() {
    pull(1);
    work();
    clock += 50;
    pull(2);
    work();
    assertThat(query.answer()).isEqualTo("answer 1");
    clock += 50;
    pull(2);
    work();
    assertThat(query.answer()).isEqualTo("answer 2");
  }

  @Test
  void oneQuestionIsUnderWayAtATime() {
    pull(1);
    clock += 1_000;
    pull(2);
    assertThat(waiting).hasSize(1);
    assertThat(query.isBusy()).isTrue();
  }

  @Test
  void aFailureIsToldUntilTheNextAnswer() {
    query.pull(
        1,
        () -> {
          throw new IllegalStateException("no such loop");
        });
    work();
    assertThat(query.problem()).contains("no such loop");
    clock += 1_000;
    pull(2);
    work();
    assertThat(query.problem()).isEmpty();
  }
}
