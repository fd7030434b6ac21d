package dev.loopscope.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RaisedAlertsTest {

  private static final long SECOND = 1_000_000_000L;

  private long now;
  private final RaisedAlerts log = new RaisedAlerts(new CurrentAlertSettings(), () -> now);

  @Test
  void forgottenAlertsStillCountForTheirRule() {
    raise(AlertKind.DEADLOCK, 100, 0);
    raiseSoManyThatTheFirstIsForgotten();
    assertThat(log.alerts()).extracting(Alert::rule).doesNotContain(AlertKind.DEADLOCK);
    assertThat(log.counts())
        .isEqualTo(
            Map.of(AlertKind.DEADLOCK, 1L, AlertKind.BLOCKED, (long) RaisedAlerts.MAX_ALERTS));
  }

  @Test
  void alertThatIsTakenBackNoLongerCountsForItsRule() {
    raise(AlertKind.BLOCKED, 100, 0);
    log.withdraw(raise(AlertKind.BLOCKED, 200, 0).id());
    log.withdraw(raise(AlertKind.PAUSE, 300, 0).id());
    assertThat(log.counts()).isEqualTo(Map.of(AlertKind.BLOCKED, 1L));
  }

  @Test
  void forgottenAlertThatStillLastsIsNotCountedAnew() {
    Alert first = raise(AlertKind.DEADLOCK, 100, 0);
    raiseSoManyThatTheFirstIsForgotten();
    for (long lasted = 1; lasted < 5; lasted++) {
      log.put(alert(first.id(), AlertKind.DEADLOCK, 100, 0, lasted));
    }
    assertThat(log.counts().get(AlertKind.DEADLOCK)).isEqualTo(1);
    assertThat(log.alerts()).hasSize(RaisedAlerts.MAX_ALERTS);
    assertThat(log.groups())
        .extracting(AlertGroup::count)
        .containsExactly((long) RaisedAlerts.MAX_ALERTS, 1L);
  }

  @Test
  void groupWhoseAlertsAreAllForgottenIsStillThere() {
    Alert first = raise(AlertKind.DEADLOCK, 100, 0);
    raiseSoManyThatTheFirstIsForgotten();
    AlertGroup group = log.groups().get(1);
    assertThat(group.key()).isEqualTo(first.key());
    assertThat(group.newest().id()).isEqualTo(first.id());
    assertThat(group.worst().sentence()).isEqualTo(first.sentence());
    assertThat(group.open()).isFalse();
  }

  @Test
  void alertThatWasTakenBackKeepsTheNextOneOfItsGroupNotQuiet() {
    log.withdraw(raise(AlertKind.BLOCKED, 100, 0).id());
    now = SECOND;
    Alert second = raise(AlertKind.BLOCKED, 200, 0);
    assertThat(log.notices(0)).extracting(AlertNotice::alert).containsExactly(second.id());
  }

  @Test
  void tellingBeforeTheOneThatWasTakenBackStillCounts() {
    Alert first = raise(AlertKind.BLOCKED, 100, 110);
    now = 61 * SECOND;
    log.withdraw(raise(AlertKind.BLOCKED, now, 0).id());
    now = 62 * SECOND;
    Alert third = raise(AlertKind.BLOCKED, now, 0);
    now = 63 * SECOND;
    log.withdraw(raise(AlertKind.BLOCKED, now, 0).id()); // that was never told
    now = 64 * SECOND;
    raise(AlertKind.BLOCKED, now, 0);
    assertThat(log.notices(0))
        .extracting(AlertNotice::alert)
        .containsExactly(first.id(), third.id());
  }

  @Test
  void alertOfAQuietGroupIsToldOfWhenItTurnsOutToBeOtherTrouble() {
    Alert first = inGroup(log.nextId(), "Task");
    inGroup(first.id(), "Thread.sleep");
    now = 5 * SECOND;
    Alert again = inGroup(log.nextId(), "Task");
    inGroup(again.id(), "Thread.sleep");
    assertThat(log.notices(0)).extracting(AlertNotice::alert).containsExactly(first.id());

    Alert other = inGroup(log.nextId(), "Task");
    inGroup(other.id(), "Socket.read");
    assertThat(log.notices(0))
        .extracting(AlertNotice::alert)
        .containsExactly(first.id(), other.id());
  }

  @Test
  void alertThatWasTakenBackKeepsNoneOfItsGroupsQuiet() {
    Alert first = inGroup(log.nextId(), "Task");
    inGroup(first.id(), "Thread.sleep");
    log.withdraw(first.id());
    Alert second = inGroup(log.nextId(), "Thread.sleep");
    assertThat(log.notices(0)).extracting(AlertNotice::alert).containsExactly(second.id());
  }

  @Test
  void groupThatWasMutedBeforeAlertsHadAKindIsMutedStill() {
    CurrentAlertSettings settings = new CurrentAlertSettings();
    settings.set(
        AlertSettings.DEFAULT.withMuted(new AlertKey(AlertKind.BLOCKED, "worker", "A.run"), true));
    RaisedAlerts muting = new RaisedAlerts(settings, () -> now);
    AlertKey key = new AlertKey(AlertKind.BLOCKED, "worker", "netty-nio", "A.run");
    muting.put(new Alert(1, AlertKind.BLOCKED, 2, 1, 0, 1, 0, "something happened", key));

    assertThat(muting.notices(0)).isEmpty();
    assertThat(muting.isMuted(key)).isTrue();
    assertThat(muting.groups()).extracting(AlertGroup::muted).containsExactly(true);
  }

  private Alert inGroup(long id, String what) {
    AlertKey key = new AlertKey(AlertKind.BLOCKED, "worker", what);
    Alert alert = new Alert(id, AlertKind.BLOCKED, 2, 1, 0, 1, 0, "something happened", key);
    log.put(alert);
    return alert;
  }

  private void raiseSoManyThatTheFirstIsForgotten() {
    for (int i = 0; i < RaisedAlerts.MAX_ALERTS; i++) {
      raise(AlertKind.BLOCKED, 1000 + i, 1001 + i);
    }
  }

  private Alert raise(AlertKind rule, long from, long to) {
    Alert alert = alert(log.nextId(), rule, from, to, 1);
    log.put(alert);
    return alert;
  }

  private static Alert alert(long id, AlertKind rule, long from, long to, long worst) {
    AlertKey key = new AlertKey(rule, "worker", "");
    return new Alert(id, rule, 2, from, to, worst, 0, "something happened", key);
  }
}
