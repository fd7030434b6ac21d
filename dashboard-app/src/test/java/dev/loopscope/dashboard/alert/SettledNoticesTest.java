package dev.loopscope.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettledNoticesTest {

  private final CurrentAlertSettings settings = new CurrentAlertSettings();
  private final RaisedAlerts log = new RaisedAlerts(settings, () -> 0);
  private final List<Alert> passed = new ArrayList<>();
  private final SettledNotices notices =
      new SettledNotices(log, (notice, alert) -> passed.add(alert));

  @Test
  void noticeIsPassedOnOnceItHasStoodForAWhile() {
    Alert alert = alert(1, AlertKind.BLOCKED, "Task");
    log.put(alert);
    notices.at(SettledNotices.SETTLING_NANOS - 1);
    assertThat(passed).isEmpty();
    notices.at(SettledNotices.SETTLING_NANOS);
    notices.at(SettledNotices.SETTLING_NANOS * 2);
    assertThat(passed).containsExactly(alert);
  }

  @Test
  void groupInWhichItEndsUpDecidesWhetherItIsMuted() {
    log.put(alert(1, AlertKind.BLOCKED, "Task"));
    notices.at(0);
    Alert known = alert(1, AlertKind.BLOCKED, "ChatHandler.onMessage");
    log.put(known);
    settings.set(AlertSettings.DEFAULT.withMuted(known.key(), true));
    notices.at(SettledNotices.SETTLING_NANOS);
    notices.end();
    assertThat(passed).isEmpty();
  }

  @Test
  void alertThatTurnsOutToBeADeadlockIsToldOnce() {
    log.put(alert(1, AlertKind.BLOCKED, "Task"));
    notices.at(0);
    Alert known = alert(1, AlertKind.DEADLOCK, "Store");
    log.put(known);
    notices.end();
    assertThat(passed).containsExactly(known);
  }

  @Test
  void alertThatWasTakenBackAndCameAgainIsToldOnce() {
    Alert alert = alert(1, AlertKind.BLOCKED, "Task");
    log.put(alert);
    notices.at(0);
    log.withdraw(1);
    log.put(alert);
    notices.end();
    assertThat(passed).containsExactly(alert);
  }

  private static Alert alert(long id, AlertKind rule, String what) {
    return new Alert(id, rule, 2, 1, 0, 1, 0, "sentence", new AlertKey(rule, "worker", what));
  }
}
