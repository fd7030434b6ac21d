package dev.loopscope.dashboard.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListSession;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {

  @Test
  void rateIsThatOfTheLastSeconds() {
    RunRate rate = new RunRate();
    rate.note(1_000_000_000L, 0);
    rate.note(11_000_000_000L, 10);
    rate.note(12_000_000_000L, 1_010);

    assertThat(rate.perSecond()).isEqualTo(1_000);
  }

  @Test
  void oneReadingGivesNoRate() {
    RunRate rate = new RunRate();
    rate.note(5, 100);

    assertThat(rate.perSecond()).isZero();
  }

  @Test
  void endedSessionTellsItsAverage() {
    ListSession session = Chat.session(false);

    StatusViewModel model = new StatusViewModel(session);

    assertThat(model.factsProperty().get().facts())
        .startsWith("39k runs, 1,950/s on average · 0 lost · agent 0.4 % of a core");
  }

  @Test
  void failureIsPassedOn() {
    ListSession session = Chat.session(true);
    StatusViewModel model = new StatusViewModel(session);
    session.status = new SessionStatus(Phase.FAILED, "The connection broke.", 1);

    model.refresh();

    assertThat(model.factsProperty().get().phase()).isEqualTo(Phase.FAILED);
    assertThat(model.factsProperty().get().message()).isEqualTo("The connection broke.");
  }
}
