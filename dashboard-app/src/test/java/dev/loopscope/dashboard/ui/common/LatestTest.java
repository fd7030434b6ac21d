package dev.loopscope.dashboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Runnable> here = new ArrayDeque<>();
  private final List<String> answers = new ArrayList<>();
  private final Latest<String> latest = new Latest<>(work::add, here::add);

  private void ask(String answer) {
    latest.ask(() -> answer, answers::add, failure -> fail("unexpected", failure));
  }

  private void runAll() {
    work.forEach(Runnable::run);
    here.forEach(Runnable::run);
  }

  @Test
  void onlyTheNewestAnswerIsDelivered() {
    ask("old");
    ask("new");

    runAll();

    assertThat(answers).containsExactly("new");
    assertThat(latest.isBusy()).isFalse();
  }

  @Test
  void cancelledQuestionIsNeverAnswered() {
    ask("unwanted");
    latest.cancel();

    runAll();

    assertThat(answers).isEmpty();
  }

  @Test
  void failureIsHandedOver() {
    List<Throwable> failures = new ArrayList<>();
    latest.ask(
        () -> {
          throw new IllegalStateException("broken");
        },
        answers::add,
        failures::add);

    runAll();

    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
  }
}
