package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.bye;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.task;
import static dev.loopscope.dashboard.plain.Frames.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Pause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StarvedRuleTest {

  private final AlertScene scene = new AlertScene();

  @Test
  void manyShortRunsThatMakeTasksWaitAreOneAlert() {
    scene.see(runs(task(1, 0, 1000, 1060, 1070), task(2, 0, 1000, 1070, 1090)));

    Alert alert = scene.only();
    assertThat(alert.rule()).isEqualTo(AlertKind.STARVED);
    assertThat(alert.isOpen()).isTrue();
    assertThat(alert.fromNanos()).isEqualTo(1000 * MS);
    assertThat(alert.worstNanos()).isEqualTo(70 * MS);
    assertThat(alert.sentence())
        .isEqualTo(
            "worker-2 has been late for 70 ms: 2 tasks waited up to 70 ms while nothing known ran"
                + " there, though no run was over the limit of 50 ms");
  }

  @Test
  void endsWhenTheLoopWasOnTimeForASecond() {
    scene.see(runs(task(1, 0, 1000, 1060, 1070)), waiting(1900));
    assertThat(scene.only().isOpen()).isTrue();

    scene.see(waiting(2061));
    assertThat(scene.only().toNanos()).isEqualTo(1060 * MS);
    assertThat(scene.only().sentence()).startsWith("worker-2 was late for 60 ms: a task waited");

    scene.see(runs(task(2, 0, 3000, 3060, 3070)));
    assertThat(scene.alerts()).hasSize(2);
  }

  @Test
  void endsWithTheSession() {
    scene.see(runs(task(1, 0, 1000, 1060, 1070)), bye(1100));
    assertThat(scene.only().toNanos()).isEqualTo(1060 * MS);
  }

  @Test
  void loopThatIsLateWhenTheAgentLeavesStaysLate() {
    scene.see(runs(task(1, 0, 1000, 1060, 1070)));
    scene.see(new Bye(1100 * MS, Bye.Reason.DETACHED, ""));
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().sentence())
        .startsWith("worker-2 was late for 60 ms: a task waited")
        .endsWith("; it still was at the end");
  }

  @Test
  void loopThatWasOnTimeWhenTheAgentLeavesIsLateNoMore() {
    scene.see(runs(task(1, 0, 1000, 1060, 1070)));
    scene.see(new Bye(3000 * MS, Bye.Reason.DETACHED, ""));
    assertThat(scene.only().toNanos()).isEqualTo(1060 * MS);
  }

  @Test
  void waitBehindABlockedRunIsNotStarving() {
    scene.see(runs(task(1, 0, 1000, 1000, 1200), task(2, 0, 1010, 1200, 1201)));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void waitBehindAStallThatWasSeenBeforeItsRunIsNotStarving() {
    scene.see(stall(1, 7, 1000, 1100, 0), runs(task(2, 0, 1010, 1200, 1201)));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.BLOCKED);
  }

  @Test
  void typesThatFilledTheTimeAreNamedAndMakeTheGroup() {
    scene.see(
        runs(
            task(1, 0, 1000, 1000, 1040),
            task(2, 0, 1000, 1040, 1070),
            task(3, 0, 1000, 1070, 1090)));
    assertThat(scene.only().sentence())
        .contains("up to 70 ms behind 2 runs, 100 % ChatHandler$Push, though no run");
    assertThat(scene.only().key())
        .isEqualTo(new AlertKey(AlertKind.STARVED, "worker", "netty-nio", "ChatHandler$Push"));
  }

  @Test
  void pauseThatIsToldOfLaterTakesItBack() {
    scene.see(runs(task(1, 0, 1000, 1060, 1061)));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.STARVED);
    scene.see(new Pause(Pause.Cause.GC, 1010 * MS, 1049 * MS, ""));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void pauseThatIsToldOfLaterLeavesWhatItDoesNotExplain() {
    scene.see(runs(task(1, 0, 1000, 1060, 1061), task(2, 0, 1100, 1180, 1181)));
    scene.see(new Pause(Pause.Cause.GC, 1010 * MS, 1049 * MS, ""));
    assertThat(scene.only().fromNanos()).isEqualTo(1100 * MS);
    assertThat(scene.only().sentence()).contains(": a task waited up to 80 ms");
  }

  @Test
  void limitOfTheRuleHoldsFromTheNextFrameOn() {
    scene.set(AlertKind.STARVED, new RuleSettings(true, 0, Map.of(), Map.of("worker", 100 * MS)));
    scene.see(runs(task(1, 0, 1000, 1060, 1070)));
    assertThat(scene.alerts()).isEmpty();
    scene.set(AlertKind.STARVED, new RuleSettings(true, 0));
    assertThat(scene.alerts()).isEmpty();
    scene.see(runs(task(2, 0, 1010, 1070, 1080)));
    assertThat(scene.only().fromNanos()).isEqualTo(1010 * MS);
  }

  @Test
  void waitDuringAPauseIsNotStarving() {
    scene.see(
        new Pause(Pause.Cause.GC, 1000 * MS, 1040 * MS, ""), runs(task(1, 0, 1000, 1060, 1061)));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void mergedRunsCountToo() {
    GroupBatch.Group group =
        new GroupBatch.Group(
            1000 * MS, 1100 * MS, 90 * MS, 0, 5000, 0, 0, MS, 1, 80 * MS, List.of());
    scene.see(new GroupBatch(LOOP, List.of(group), new LogHistogram(), new LogHistogram()));
    assertThat(scene.only().worstNanos()).isEqualTo(80 * MS);
  }

  @Test
  void taskWithinTheLimitIsNoAlert() {
    scene.see(runs(task(1, 0, 1000, 1049, 1060)));
    assertThat(scene.alerts()).isEmpty();
  }
}
