package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

  private static final Frame[] STREAM = {
    stall(1, 7, 1000, 1180, 0),
    new Gap(Frames.LOOP, 0, 1, 5, "ring full"),
    stall(1, 7, 1000, 1300, 1340),
    runs(task(7, 0, 1000, 1000, 1340), task(8, 0, 1320, 1390, 1391)),
    runs(task(9, 0, 1330, 1391, 1392))
  };

  @Test
  void sameFramesRaiseTheSameAlerts() {
    AlertScene live = new AlertScene();
    AlertScene replay = new AlertScene();
    live.see(STREAM);
    replay.see(STREAM);
    assertThat(replay.alerts()).isEqualTo(live.alerts()).hasSize(3);
  }

  @Test
  void versionGrowsOnlyWithNews() {
    AlertScene scene = new AlertScene();
    scene.see(stall(1, 7, 1000, 1180, 0));
    long before = scene.rules.log().version();
    scene.see(stall(1, 7, 1000, 1180, 0));
    assertThat(scene.rules.log().version()).isEqualTo(before);
    scene.see(stall(1, 7, 1000, 1180, 1200));
    assertThat(scene.rules.log().version()).isGreaterThan(before);
  }

  @Test
  void changedSettingsChangeWhatIsLate() {
    AlertScene scene = new AlertScene();
    scene.see(
        new Command.Configure(
            new Settings(50 * Frames.MS, Map.of("netty-nio", 500 * Frames.MS), 1000)),
        runs(task(1, 0, 1000, 1060, 1070)));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void oldestAlertsAreForgottenWhenThereAreTooMany() {
    AlertScene scene = new AlertScene();
    for (int i = 1; i <= RaisedAlerts.MAX_ALERTS + 3; i++) {
      scene.see(stall(i, i, i * 100L, i * 100L + 60, i * 100L + 60));
    }
    assertThat(scene.alerts()).hasSize(RaisedAlerts.MAX_ALERTS);
    assertThat(scene.alerts().get(0).stall()).isEqualTo(4);
  }
}
