package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.bye;
import static dev.loopscope.dashboard.plain.Frames.running;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockedRuleTest {

  private final AlertScene scene = new AlertScene();

  @Test
  void verdictStandsWhileTheLoopIsStillBlocked() {
    scene.see(stall(1, 7, 1000, 1180, 0));

    Alert alert = scene.only();
    assertThat(alert.isOpen()).isTrue();
    assertThat(alert.rule()).isEqualTo(AlertKind.BLOCKED);
    assertThat(alert.loop()).isEqualTo(LOOP);
    assertThat(alert.stall()).isEqualTo(1);
    assertThat(alert.fromNanos()).isEqualTo(1000 * MS);
    assertThat(alert.worstNanos()).isEqualTo(180 * MS);
    assertThat(alert.sentence())
        .isEqualTo(
            "worker-2 has been blocked for 180 ms in Thread.sleep, called by"
                + " ChatHandler.onMessage (ChatHandler.java:42)");
  }

  @Test
  void sameAlertEndsWithTheRun() {
    scene.see(stall(1, 7, 1000, 1180, 0));
    long id = scene.only().id();
    scene.see(stall(1, 7, 1000, 1300, 1340));

    Alert alert = scene.only();
    assertThat(alert.id()).isEqualTo(id);
    assertThat(alert.toNanos()).isEqualTo(1340 * MS);
    assertThat(alert.worstNanos()).isEqualTo(340 * MS);
    assertThat(alert.sentence()).startsWith("worker-2 was blocked 340 ms in Thread.sleep, ");
  }

  @Test
  void growsWithEveryWordFromTheLoopThatIsStillInThatRun() {
    scene.see(stall(1, 7, 1000, 1180, 0), running(7, 1000, 1500));
    assertThat(scene.only().worstNanos()).isEqualTo(500 * MS);

    scene.see(running(8, 1510, 1900));
    assertThat(scene.only().worstNanos()).isEqualTo(500 * MS);
  }

  @Test
  void sessionThatEndsEndsTheAlertWhereItWasLastSeen() {
    scene.see(stall(1, 7, 1000, 1180, 0), bye(1200));
    assertThat(scene.only().toNanos()).isEqualTo(1180 * MS);
    assertThat(scene.only().sentence()).startsWith("worker-2 was blocked 180 ms in Thread.sleep");
  }

  @Test
  void pauseThatExplainsMostOfItLeavesNoBlame() {
    scene.see(gc(1010, 1090), stall(1, 7, 1000, 1080, 1100));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.PAUSE);
  }

  @Test
  void latePauseTakesTheBlameBack() {
    scene.see(stall(1, 7, 1000, 1080, 0), stall(1, 7, 1000, 1080, 1100));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.BLOCKED);

    scene.see(gc(1010, 1090));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.PAUSE);
  }

  @Test
  void shortPauseDoesNotExcuseALongBlock() {
    scene.see(gc(1010, 1090), stall(1, 7, 1000, 1400, 1400));
    assertThat(scene.alerts())
        .extracting(Alert::rule)
        .containsExactlyInAnyOrder(AlertKind.PAUSE, AlertKind.BLOCKED);
  }

  @Test
  void collectionAndItsSafepointCountOnce() {
    scene.see(
        gc(1000, 1040),
        new Pause(Pause.Cause.SAFEPOINT, 1000 * MS, 1040 * MS, ""),
        stall(1, 7, 1000, 1100, 1100));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.BLOCKED);
  }

  @Test
  void agentsOwnVerdictOfAPauseIsBelieved() {
    Stall seen = stall(1, 7, 1000, 1100, 1100);
    scene.see(with(seen, 1, 1, List.of(new Stall.Share(Stall.Cause.FROZEN, 90 * MS, "late"))));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void lineThatComputesIsNamedItself() {
    Stall seen = stall(1, 7, 1000, 1100, 1100);
    scene.see(with(seen, 1, 0, List.of(new Stall.Share(Stall.Cause.CPU, 90 * MS, ""))));
    assertThat(scene.only().sentence())
        .isEqualTo("worker-2 was blocked 100 ms computing in Thread.sleep (native)");
  }

  @Test
  void withoutAStackTheTaskIsNamed() {
    Stall seen = stall(1, 7, 1000, 1100, 1100);
    scene.see(with(seen, 99, -1, List.of()));
    assertThat(scene.only().sentence())
        .isEqualTo("worker-2 was blocked 100 ms in Thread.sleep (native)");
    scene.see(
        new Stall(2, 99, seen.run(), 50 * MS, 1050 * MS, 1100 * MS, List.of(), 0, -1, List.of()));
    assertThat(scene.alerts().get(1).sentence())
        .isEqualTo("loop 99 was blocked 100 ms by ChatHandler$Push");
  }

  private static Pause gc(long from, long to) {
    return new Pause(Pause.Cause.GC, from * MS, to * MS, "G1 Evacuation Pause");
  }

  private static Stall with(Stall stall, int stack, int frame, List<Stall.Share> shares) {
    return new Stall(
        stall.id(),
        stall.loop(),
        stall.run(),
        stall.limitNanos(),
        stall.detectedNanos(),
        stall.endNanos(),
        stall.samples(),
        stack,
        frame,
        shares);
  }
}
