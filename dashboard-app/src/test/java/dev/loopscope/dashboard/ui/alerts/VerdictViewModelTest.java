package dev.loopscope.dashboard.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListSession;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictViewModelTest {

  private static final long FROM = Chat.BLOCKED_TO + 100 * Chat.MILLI;

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Runnable> here = new ArrayDeque<>();
  private final List<Integer> answers = new ArrayList<>();
  private long clockNanos;
  private final ListSession session = Chat.session(true);
  private final Selection selection = new Selection();
  private final Navigation navigation =
      new Navigation() {
        @Override
        public TimeSpan visible() {
          return session.trace().extent();
        }

        @Override
        public void reveal(TimeSpan span) {
          throw new AssertionError("nothing is revealed here");
        }
      };
  private final AlertsViewModel alerts =
      new AlertsViewModel(session.trace(), session.alerts(), selection, navigation);
  private final VerdictViewModel model =
      new VerdictViewModel(
          session.trace(),
          alerts,
          selection,
          navigation,
          new Moments(session.trace(), () -> TimeDisplay.SINCE_START, ZoneOffset.UTC),
          new Background(work::add, here::add),
          () -> clockNanos);

  private void lasts(long millis) {
    session.alert(
        new Alert(
            7, AlertKind.LOST, 1, FROM, 0, millis * Chat.MILLI, 0, "lost for " + millis + " ms"));
    session.trace().extent = new TimeSpan(Chat.START, FROM + millis * Chat.MILLI);
    session.trace().changed();
    alerts.refresh();
  }

  private void lookAtIt() {
    lasts(10);
    alerts.look(
        alerts.rows().stream().filter(row -> row.alert().id() == 7).findFirst().orElseThrow());
  }

  /** The oldest question is answered. */
  private void answer() {
    work.remove().run();
    while (!here.isEmpty()) {
      here.remove().run();
    }
  }

  private VerdictViewModel.Shown shown() {
    VerdictViewModel.Shown shown = model.shownProperty().get();
    if (shown == null) {
      throw new AssertionError("nothing is shown");
    }
    return shown;
  }

  @Test
  void alertThatChangesWhileItsEvidenceIsGatheredDoesNotPutTheQuestionAgain() {
    lookAtIt();
    for (int millis = 20; millis <= 100; millis += 10) {
      lasts(millis);
      model.refresh();
    }

    assertThat(work).hasSize(1);
    assertThat(shown().row().alert().sentence()).isEqualTo("lost for 100 ms");
    answer();
    assertThat(shown().evidence()).isNotNull();
  }

  @Test
  void whatChangesAllTheTimeIsAskedAboutOnceASecond() {
    lookAtIt();
    answer();
    for (int millis = 20; millis <= 3_000; millis += 10) {
      clockNanos = (millis - 10) * Chat.MILLI;
      lasts(millis);
      model.refresh();
      if (!work.isEmpty()) {
        answer();
        answers.add(millis - 10);
      }
    }

    assertThat(answers).containsExactly(1_000, 2_000);
  }

  @Test
  void changeThatCameMeanwhileIsAskedAboutAfterTheAnswerWhenItIsTime() {
    lookAtIt();
    lasts(20);
    answer();
    model.refresh();
    assertThat(work).isEmpty();
    assertThat(model.isBusy()).isTrue();

    clockNanos = VerdictViewModel.PACE_NANOS;
    model.refresh();
    assertThat(work).hasSize(1);
    answer();

    assertThat(work).isEmpty();
    assertThat(model.isBusy()).isFalse();
  }

  @Test
  void anotherAlertIsAskedAboutAtOnceAndTheOldAnswerIsNotWanted() {
    lookAtIt();
    alerts.look(
        alerts.rows().stream()
            .filter(row -> row.alert().rule() == AlertKind.PAUSE)
            .findFirst()
            .orElseThrow());
    assertThat(work).hasSize(2);

    answer();
    assertThat(shown().evidence()).isNull();
    answer();

    assertThat(shown().evidence()).isNotNull();
    assertThat(shown().row().alert().rule()).isEqualTo(AlertKind.PAUSE);
  }
}
