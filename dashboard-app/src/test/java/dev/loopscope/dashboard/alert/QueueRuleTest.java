package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.bye;
import static dev.loopscope.dashboard.plain.Frames.running;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Pause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueRuleTest {

  private final AlertScene scene = new AlertScene();

  @Test
  void queueThatGrowsAndGrowsIsAnAlertUntilItIsHalfTheLimit() {
    scene.see(pending(1000, 12), pending(1100, 400), pending(1200, 900));
    assertThat(scene.alerts()).isEmpty();

    scene.see(pending(1300, 4512));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.QUEUE);
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().sentence())
        .isEqualTo("The queue of worker-2 has grown from 12 to 4,512 tasks in 300 ms");

    scene.see(pending(1400, 600));
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().sentence()).endsWith("; 600 wait now");

    scene.see(pending(1500, 499));
    assertThat(scene.only().toNanos()).isEqualTo(1500 * MS);
    assertThat(scene.only().sentence())
        .isEqualTo("The queue of worker-2 grew from 12 to 4,512 tasks in 300 ms");
  }

  @Test
  void longQueueThatDoesNotGrowIsNoAlert() {
    for (int i = 0; i < 20; i++) {
      scene.see(pending(1000 + i * 100, 5000 - i % 2));
    }
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void limitOfOneLoopGoesBeforeThatOfItsKind() {
    scene.set(
        AlertKind.QUEUE,
        new RuleSettings(true, 1000, Map.of("netty-nio", 10_000L), Map.of("worker-2", 50L)));
    scene.see(pending(1000, 12), pending(1100, 40), pending(1200, 50), pending(1300, 60));
    assertThat(scene.alerts()).hasSize(1);
  }

  @Test
  void growthWhileTheJvmStoodStillSaysNothing() {
    scene.see(
        new Pause(Pause.Cause.FROZEN, 1000 * MS, 3000 * MS, ""),
        pending(1000, 1),
        pending(1500, 1500),
        pending(2000, 2000),
        pending(2900, 9000));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.PAUSE);
  }

  @Test
  void sessionThatEndsEndsIt() {
    scene.see(pending(1000, 1), pending(1100, 400), pending(1200, 900), pending(1300, 1100));
    scene.see(bye(1400));
    assertThat(scene.only().toNanos()).isEqualTo(1300 * MS);
  }

  @Test
  void queueThatIsLongWhenTheAgentLeavesStaysLong() {
    scene.see(pending(1000, 1), pending(1100, 400), pending(1200, 900), pending(1300, 1100));
    scene.see(new Bye(1400 * MS, Bye.Reason.DETACHED, ""));
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().sentence())
        .startsWith("The queue of worker-2 grew from 1 to 1,100 tasks in 300 ms")
        .endsWith("; 1,100 waited at the end");
  }

  @Test
  void ofMergedRunsItDoesNotSayThatTheyWereGivenMeanwhile() {
    scene.see(pending(1000, 12), pending(1100, 400), pending(1200, 900));
    GroupBatch.Group group =
        new GroupBatch.Group(
            1100 * MS,
            1200 * MS,
            90 * MS,
            0,
            412,
            0,
            0,
            MS,
            PUSH,
            0,
            List.of(new GroupBatch.TypeTotal(PUSH, 412, 90 * MS)));
    scene.see(
        new GroupBatch(LOOP, List.of(group), new LogHistogram(), new LogHistogram()),
        pending(1300, 4512));
    assertThat(scene.only().sentence())
        .endsWith(", filled by ChatHandler$Push (100 % of the 412 tasks given or run meanwhile)");
  }

  @Test
  void itSaysWhatTheTasksAreThatWereGivenMeanwhile() {
    scene.set(AlertKind.STARVED, new RuleSettings(false, 0)); // they waited, too
    scene.see(pending(1000, 12), pending(1100, 400), pending(1200, 900), pending(1300, 4512));
    scene.see(
        runs(
            task(1, 0, 900, 1310, 1320), // was there before
            task(2, 0, 1050, 1320, 1330),
            task(3, 0, 1250, 1330, 1340),
            task(4, 0, 1350, 1340, 1350))); // came when it had grown
    scene.see(pending(1500, 3));
    assertThat(scene.only().sentence())
        .isEqualTo(
            "The queue of worker-2 grew from 12 to 4,512 tasks in 300 ms, filled by"
                + " ChatHandler$Push (100 % of the 2 tasks given meanwhile that have run)");
  }

  @Test
  void whatHasNotRunYetWaitsBehindTheRunThatLasts() {
    scene.see(running(9, 990, 1000));
    scene.see(withRun(1000, 0), withRun(1100, 400), withRun(1200, 900), withRun(1300, 4512));
    assertThat(scene.only().sentence())
        .endsWith("in 300 ms, all behind one ChatHandler$Push that has run for 310 ms");
  }

  private static LoopState withRun(long at, long tasks) {
    LoopState state = running(9, 990, at);
    return new LoopState(
        state.loop(),
        state.atNanos(),
        state.activity(),
        state.sinceNanos(),
        state.current(),
        tasks,
        state.totals());
  }

  private static LoopState pending(long at, long tasks) {
    return new LoopState(
        LOOP,
        at * MS,
        LoopState.Activity.BETWEEN,
        at * MS,
        null,
        tasks,
        new LoopState.Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, -1));
  }
}
