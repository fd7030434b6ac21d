package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.bye;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertGroupsTest {

  private static final AlertKey SLEEPER =
      new AlertKey(AlertKind.BLOCKED, "worker", "netty-nio", "com.example.ChatHandler.onMessage");

  private final AlertScene scene = new AlertScene();

  @Test
  void repeatsOfTheSameCulpritAreOneLine() {
    scene.see(
        stall(1, 7, 1000, 1180, 1340), stall(2, 8, 2000, 2060, 2100), stall(3, 9, 5000, 5060, 0));

    assertThat(scene.groups()).hasSize(1);
    AlertGroup group = scene.groups().get(0);
    assertThat(group.key()).isEqualTo(SLEEPER);
    assertThat(group.count()).isEqualTo(3);
    assertThat(group.firstNanos()).isEqualTo(1000 * MS);
    assertThat(group.lastNanos()).isEqualTo(5060 * MS);
    assertThat(group.worstNanos()).isEqualTo(340 * MS);
    assertThat(group.totalNanos()).isEqualTo((340 + 100 + 60) * MS);
    assertThat(group.newest().stall()).isEqualTo(3);
    assertThat(group.worst().stall()).isEqualTo(1);
    assertThat(group.open()).isTrue();
    assertThat(scene.rules.log().alerts(SLEEPER)).hasSize(3);
  }

  @Test
  void otherTroubleIsAnotherLineAndTheLatestStandsFirst() {
    scene.see(
        stall(1, 7, 1000, 1180, 1340),
        new Pause(Pause.Cause.GC, 9000 * MS, 9120 * MS, "G1 Evacuation Pause"));
    assertThat(scene.groups())
        .extracting(AlertGroup::key)
        .containsExactly(new AlertKey(AlertKind.PAUSE, "", "gc"), SLEEPER);
  }

  @Test
  void poolsOfOneNameButOfDifferentKindsAreTwoLines() {
    Stall other = stall(2, 8, 2000, 2060, 2100);
    scene.see(
        new Definitions(
            List.of(new Definitions.Loop(3, "worker-3", "worker", "executor", 21, "")),
            List.of(),
            List.of()),
        stall(1, 7, 1000, 1180, 1340),
        new Stall(
            other.id(),
            3,
            other.run(),
            other.limitNanos(),
            other.detectedNanos(),
            other.endNanos(),
            other.samples(),
            other.culpritStack(),
            other.culpritFrame(),
            other.shares()));
    assertThat(scene.groups())
        .extracting(AlertGroup::key)
        .extracting(AlertKey::loops)
        .containsExactly("worker · executor", "worker · netty-nio");
  }

  @Test
  void alertThatIsTakenBackNoLongerCounts() {
    scene.see(stall(1, 7, 1000, 1180, 1340), stall(2, 8, 2000, 2060, 2100));
    scene.see(new Pause(Pause.Cause.GC, 2010 * MS, 2040 * MS, ""));
    scene.see(new Pause(Pause.Cause.GC, 2050 * MS, 2095 * MS, ""));
    assertThat(scene.groups()).hasSize(1);
    assertThat(scene.groups().get(0).count()).isEqualTo(1);
    assertThat(scene.groups().get(0).lastNanos()).isEqualTo(1340 * MS);
  }

  @Test
  void alertsThatAreForgottenOneByOneStillCount() {
    int many = RaisedAlerts.MAX_ALERTS + 3;
    for (int i = 1; i <= many; i++) {
      scene.see(stall(i, i, i * 100L, i * 100L + 60, i * 100L + 60));
    }
    assertThat(scene.groups()).hasSize(1);
    assertThat(scene.groups().get(0).count()).isEqualTo(many);
    assertThat(scene.groups().get(0).firstNanos()).isEqualTo(100 * MS);
    assertThat(scene.groups().get(0).totalNanos()).isEqualTo(60L * many * MS);
  }

  @Test
  void groupIsToldOfAgainOnlyAfterItsQuietTime() {
    scene.settings.set(AlertSettings.DEFAULT.withQuiet(10_000 * MS));
    scene.see(stall(1, 7, 1000, 1180, 1340));
    scene.see(stall(2, 8, 5000, 5180, 5340));
    assertThat(scene.rules.log().notices(0)).hasSize(1);

    scene.see(stall(3, 9, 12_000, 12_180, 12_340));
    assertThat(scene.rules.log().notices(1))
        .extracting(AlertNotice::alert)
        .containsExactly(scene.alerts().get(2).id());
    scene.see(bye(13_000));
    assertThat(scene.rules.log().notices(2)).isEmpty();
  }

  @Test
  void mutedGroupIsSeenButNotToldOf() {
    long before = scene.rules.log().version();
    scene.settings.set(AlertSettings.DEFAULT.withMuted(SLEEPER, true));
    assertThat(scene.rules.log().version()).isGreaterThan(before);
    scene.see(stall(1, 7, 1000, 1180, 1340));
    assertThat(scene.rules.log().notices(0)).isEmpty();
    assertThat(scene.groups().get(0).muted()).isTrue();

    scene.settings.set(scene.settings.get().withMuted(SLEEPER, false));
    assertThat(scene.groups().get(0).muted()).isFalse();
    scene.see(stall(2, 8, 5000, 5180, 5340));
    assertThat(scene.rules.log().notices(0)).hasSize(1);
  }

  @Test
  void logWithoutGroupsOfItsOwnGroupsWhatItHas() {
    AlertLog plain =
        new AlertLog() {
          @Override
          public long version() {
            return 1;
          }

          @Override
          public java.util.List<Alert> alerts() {
            return java.util.List.of(
                new Alert(1, AlertKind.LOST, Frames.LOOP, 1, 2, 1, 0, "lost"),
                new Alert(2, AlertKind.LOST, Frames.LOOP, 5, 9, 4, 0, "lost"));
          }
        };
    assertThat(plain.groups()).extracting(AlertGroup::count).containsExactly(2L);
  }
}
