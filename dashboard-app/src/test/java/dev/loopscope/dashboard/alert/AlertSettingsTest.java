package dev.loopscope.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertSettingsTest {
  private static final AlertKey NIO =
      new AlertKey(AlertKind.BLOCKED, "worker", "netty-nio", "A.run");
  private static final AlertKey POOL =
      new AlertKey(AlertKind.BLOCKED, "worker", "thread-pool", "A.run");
  private static final AlertKey SAVED_WITHOUT_KIND =
      new AlertKey(AlertKind.BLOCKED, "worker", "A.run");

  @Test
  void aMuteWithKindHoldsForThatKindAlone() {
    AlertSettings settings = AlertSettings.DEFAULT.withMuted(NIO, true);

    assertThat(settings.isMuted(NIO)).isTrue();
    assertThat(settings.isMuted(POOL)).isFalse();
    assertThat(settings.withMuted(NIO, false).isMuted(NIO)).isFalse();
  }

  @Test
  void aMuteThatWasSavedWithoutKindHoldsForEveryKindOfThatGroup() {
    AlertSettings settings = AlertSettings.DEFAULT.withMuted(SAVED_WITHOUT_KIND, true);

    assertThat(settings.isMuted(NIO)).isTrue();
    assertThat(settings.isMuted(POOL)).isTrue();
    assertThat(settings.isMuted(new AlertKey(AlertKind.BLOCKED, "boss", "netty-nio", "A.run")))
        .isFalse();
    assertThat(settings.isMuted(new AlertKey(AlertKind.QUEUE, "worker", "netty-nio", "A.run")))
        .isFalse();
  }

  @Test
  void aMuteThatWasSavedWithoutKindCanBeTakenBack() {
    AlertSettings settings =
        AlertSettings.DEFAULT.withMuted(SAVED_WITHOUT_KIND, true).withMuted(NIO, false);

    assertThat(settings.isMuted(NIO)).isFalse();
    assertThat(settings.muted()).isEmpty();
  }
}
