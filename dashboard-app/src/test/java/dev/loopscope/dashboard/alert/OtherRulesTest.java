package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.run;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherRulesTest {

  private final AlertScene scene = new AlertScene();

  @Test
  void failuresOfTenSecondsAreOneAlert() {
    scene.see(runs(failed(1, 1000), failed(2, 5000)), runs(failed(3, 10_900)));
    Alert alert = scene.only();
    assertThat(alert.rule()).isEqualTo(AlertKind.FAILING);
    assertThat(alert.toNanos()).isEqualTo(10_901 * MS);
    assertThat(alert.sentence()).isEqualTo("3 tasks failed on worker-2: ChatHandler$Push");

    scene.see(runs(failed(4, 11_000)));
    assertThat(scene.alerts().get(1).sentence())
        .isEqualTo("A task failed on worker-2: ChatHandler$Push");
  }

  @Test
  void failuresAmongMergedRunsCount() {
    GroupBatch.Group group =
        new GroupBatch.Group(1000 * MS, 1100 * MS, 90 * MS, 0, 5000, 0, 12, MS, 1, 0, List.of());
    scene.see(new GroupBatch(LOOP, List.of(group), new LogHistogram(), new LogHistogram()));
    assertThat(scene.only().sentence()).isEqualTo("12 tasks failed on worker-2");
  }

  @Test
  void pauseOverTheLimitIsAnAlertOfTheWholeProcess() {
    scene.see(new Pause(Pause.Cause.GC, 1000 * MS, 1120 * MS, "G1 Evacuation Pause"));
    Alert alert = scene.only();
    assertThat(alert.loop()).isZero();
    assertThat(alert.worstNanos()).isEqualTo(120 * MS);
    assertThat(alert.sentence())
        .isEqualTo("The JVM stood still for 120 ms: garbage collection (G1 Evacuation Pause)");
  }

  @Test
  void pausesThatOverlapAreOneAlertThatNamesTheLongest() {
    scene.see(
        new Pause(Pause.Cause.SAFEPOINT, 1000 * MS, 1060 * MS, ""),
        new Pause(Pause.Cause.FROZEN, 1010 * MS, 3000 * MS, ""));
    assertThat(scene.only().fromNanos()).isEqualTo(1000 * MS);
    assertThat(scene.only().sentence())
        .startsWith("The JVM stood still for 1.99 s: frozen from outside");
  }

  @Test
  void shortPauseIsNoAlert() {
    scene.see(new Pause(Pause.Cause.GC, 1000 * MS, 1049 * MS, ""));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void gapShowsHowManyRunsWereLost() {
    scene.see(
        new Gap(LOOP, 1000 * MS, 1010 * MS, 300, "its ring was full"),
        new Gap(LOOP, 1010 * MS, 1020 * MS, 1012, "its ring was full"));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.LOST);
    assertThat(scene.only().worstNanos()).isZero();
    assertThat(scene.only().sentence())
        .isEqualTo("1,312 runs of worker-2 were lost: its ring was full");
  }

  @Test
  void gapOfTheWholeStreamNamesNoLoop() {
    scene.see(new Gap(0, 1000 * MS, 1010 * MS, 1, "the connection was too slow"));
    assertThat(scene.only().sentence()).isEqualTo("1 run was lost: the connection was too slow");
  }

  private static Run failed(long id, long start) {
    return run(id, 0, RunKind.TASK, Outcome.FAILED, start, start, start + 1);
  }
}
