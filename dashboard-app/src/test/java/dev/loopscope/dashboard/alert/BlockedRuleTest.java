package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.bye;
import static dev.loopscope.dashboard.plain.Frames.running;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static dev.loopscope.dashboard.plain.Frames.task;
import static dev.loopscope.dashboard.plain.Frames.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import java.util.List;
import java.util.stream.IntStream;
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
  void whatLastsWhenTheAgentLeavesIsStillOpen() {
    scene.see(stall(1, 7, 1000, 1180, 0), running(7, 1000, 1190), left(1200));
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().worstNanos()).isEqualTo(200 * MS);
    assertThat(scene.only().sentence())
        .startsWith("worker-2 was blocked 200 ms in Thread.sleep, ")
        .endsWith("; it still was at the end");
  }

  @Test
  void whatLastsWhenTheStreamBreaksOffIsStillOpen() {
    scene.see(stall(1, 7, 1000, 1180, 0), running(7, 1000, 1190));
    scene.end();
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().sentence())
        .startsWith("worker-2 was blocked 190 ms in Thread.sleep, ")
        .endsWith("; it still was at the end");
  }

  @Test
  void nothingOutlastsTheProcess() {
    scene.see(stall(1, 7, 1000, 1180, 0), running(7, 1000, 1190), bye(1200));
    assertThat(scene.only().toNanos()).isEqualTo(1200 * MS);
  }

  @Test
  void runThatTheLoopHasLeftIsOverWhenTheAgentLeaves() {
    scene.see(stall(1, 7, 1000, 1180, 0), running(7, 1000, 1190), waiting(1195), left(1200));
    assertThat(scene.only().toNanos()).isEqualTo(1190 * MS);
  }

  @Test
  void loopThatHasCaughtUpIsNotLookedAtAnew() {
    Run[] onTime =
        IntStream.range(0, 300)
            .mapToObj(i -> task(100 + i, 0, 1400 + i, 1400 + i, 1401 + i))
            .toArray(Run[]::new);
    scene.see(stall(1, 7, 1000, 1300, 1340), runs(task(8, 0, 1002, 1340, 1341)), runs(onTime));
    long looks = scene.trace().looks();
    scene.see(runs(task(900, 0, 1800, 1800, 1801)));
    assertThat(scene.trace().looks()).isEqualTo(looks);
    assertThat(scene.only().sentence()).endsWith("; a task waited 338 ms");
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

  @Test
  void tasksThatWaitedAreCountedOnceTheyHaveRun() {
    scene.see(
        stall(1, 7, 1000, 1300, 1340),
        runs(task(7, 0, 1000, 1000, 1340)),
        runs(task(8, 0, 1002, 1340, 1341), task(9, 0, 1100, 1341, 1342)),
        runs(task(10, 0, 1400, 1400, 1401)));
    assertThat(scene.alerts().get(0).sentence())
        .isEqualTo(
            "worker-2 was blocked 340 ms in Thread.sleep, called by ChatHandler.onMessage"
                + " (ChatHandler.java:42); 2 tasks waited, the longest 338 ms");
  }

  @Test
  void deadlockIsAnAlertOfItsOwn() {
    Stall seen = stall(1, 7, 1000, 1100, 0);
    scene.see(seen);
    AlertNotice first = scene.rules.log().notices(0).get(0);
    scene.see(
        new Stall(
            1,
            LOOP,
            seen.run(),
            50 * MS,
            1050 * MS,
            0,
            seen.samples(),
            seen.culpritStack(),
            1,
            List.of(new Stall.Share(Stall.Cause.LOCK, 90 * MS, "")),
            List.of(holder("com.example.Store@1", "writer"), holder("A@2", "worker-2")),
            true));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.DEADLOCK);
    assertThat(scene.only().key().what()).isEqualTo("A, com.example.Store");
    assertThat(scene.only().sentence())
        .isEqualTo(
            "worker-2 is in a deadlock for 100 ms: it waits for a lock held by \"writer\", which"
                + " waits for \"worker-2\", called by ChatHandler.onMessage (ChatHandler.java:42);"
                + " none of them will ever go on");
    assertThat(scene.rules.log().notices(first.number()))
        .extracting(notice -> notice.key().rule())
        .containsExactly(AlertKind.DEADLOCK);
  }

  @Test
  void threadsThatAreNoLoopsHaveADeadlockOfTheirOwn() {
    scene.see(deadlockWithoutALoop());
    assertThat(scene.only().rule()).isEqualTo(AlertKind.DEADLOCK);
    assertThat(scene.only().sentence())
        .isEqualTo(
            "Threads that are no loops wait for each other: \"one\", which waits for \"two\","
                + " which waits for the first; none of them will ever go on");
    scene.see(left(5000));
    assertThat(scene.only().isOpen()).isTrue();
    assertThat(scene.only().worstNanos()).isEqualTo(4000 * MS);
    assertThat(scene.only().sentence())
        .isEqualTo(
            "Threads that are no loops waited for each other: \"one\", which waits for \"two\","
                + " which waits for the first; they still did at the end");
  }

  @Test
  void deadlockWithoutALoopGrowsWhileItLasts() {
    scene.see(deadlockWithoutALoop(), waiting(1500));
    assertThat(scene.only().worstNanos()).isEqualTo(500 * MS);
    long version = scene.rules.log().version();
    scene.see(waiting(1501), waiting(1502));
    assertThat(scene.rules.log().version()).isEqualTo(version);

    scene.see(new Stats(3000 * MS, 0, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0, ""));
    assertThat(scene.only().worstNanos()).isEqualTo(2000 * MS);
    assertThat(scene.groups().get(0).worstNanos()).isEqualTo(2000 * MS);
    assertThat(scene.only().isOpen()).isTrue();
  }

  private static Stall deadlockWithoutALoop() {
    return deadlockWithoutALoop(holder("A@1", "one"));
  }

  private static Stall deadlockWithoutALoop(Stall.Holder first) {
    Stall seen = stall(1, 0, 1000, 1000, 0);
    return new Stall(
        1,
        0,
        seen.run(),
        0,
        1000 * MS,
        0,
        seen.samples(),
        seen.culpritStack(),
        1,
        List.of(new Stall.Share(Stall.Cause.LOCK, 0, "")),
        List.of(first, holder("B@2", "two")),
        true);
  }

  @Test
  void loopsThatWereInADeadlockBeforeTheyWereSeenAreNotCalledOtherwise() {
    scene.see(
        deadlockWithoutALoop(
            new Stall.Holder("A@1", 1, "nioEventLoop-1", 5, Thread.State.BLOCKED, 0)));
    assertThat(scene.only().sentence())
        .startsWith("Threads wait for each other: ")
        .contains("nioEventLoop-1");
  }

  private static Bye left(long at) {
    return new Bye(at * MS, Bye.Reason.DETACHED, "");
  }

  private static Stall.Holder holder(String lock, String thread) {
    return new Stall.Holder(lock, 1, thread, 0, Thread.State.BLOCKED, 0);
  }

  @Test
  void ruleThatIsOffRaisesNothing() {
    scene.set(AlertKind.BLOCKED, new RuleSettings(false, 0));
    scene.see(stall(1, 7, 1000, 1180, 0));
    assertThat(scene.alerts()).isEmpty();
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
