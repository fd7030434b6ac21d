package dev.loopscope.dashboard.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.alert.SettledNotices;
import dev.loopscope.dashboard.ui.support.ListSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTellerTest {

  private final ListSession session = new ListSession(true);
  private final List<Notice> told = new ArrayList<>();
  private boolean wanted = true;
  private long now = 2 * SettledNotices.SETTLING_NANOS;
  private final NoticeTeller teller =
      new NoticeTeller(session.alerts(), "chat", () -> now, () -> wanted, told::add);

  private void alert(long id) {
    Alert alert = new Alert(id, AlertKind.BLOCKED, (int) id, 1, 2, 1, 0, "loop " + id + " is late");
    session.alert(alert);
    session.tell(alert);
  }

  @Test
  void eachAlertIsToldOnce() {
    alert(1);
    teller.tell();
    teller.tell();
    alert(2);
    teller.tell();

    assertThat(told).extracting(Notice::text).containsExactly("loop 1 is late", "loop 2 is late");
  }

  @Test
  void manyAtOnceAreOneNotice() {
    for (long id = 1; id <= 5; id++) {
      alert(id);
    }
    teller.tell();

    assertThat(told).singleElement().extracting(Notice::title).isEqualTo("chat: 5 new alerts");
    assertThat(told.get(0).alert().id()).isEqualTo(5);
  }

  @Test
  void whatCameWhileNobodyWantedToKnowIsNotToldLater() {
    wanted = false;
    alert(1);
    teller.tell();
    wanted = true;
    teller.tell();

    assertThat(told).isEmpty();
  }

  @Test
  void alertThatMayStillTurnOutNotToBeTrueWaits() {
    now = SettledNotices.SETTLING_NANOS / 2;
    alert(1);
    teller.tell();
    assertThat(told).isEmpty();

    now = 2 * SettledNotices.SETTLING_NANOS;
    teller.tell();
    assertThat(told).hasSize(1);
  }

  @Test
  void alertThatIsKnownToBelongToAnotherGroupByNowIsToldAllTheSame() {
    alert(1);
    AlertKey known = new AlertKey(AlertKind.BLOCKED, "worker", "ChatHandler.onMessage");
    session.alert(new Alert(1, AlertKind.BLOCKED, 1, 1, 2, 1, 0, "loop 1 sleeps", known));
    teller.tell();

    assertThat(told).extracting(Notice::text).containsExactly("loop 1 sleeps");
  }

  @Test
  void alertThatTurnedOutNotToBeTrueIsNotTold() {
    alert(1);
    session.alerts.clear();
    teller.tell();

    assertThat(told).isEmpty();
  }
}
