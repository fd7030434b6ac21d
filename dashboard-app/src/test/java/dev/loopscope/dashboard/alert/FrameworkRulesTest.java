package dev.loopscope.dashboard.alert;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.MS;
import static dev.loopscope.dashboard.plain.Frames.SLEEP_STACK;
import static dev.loopscope.dashboard.plain.Frames.stall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts about virtual threads, and those that repeat what a framework says. */
class FrameworkRulesTest {

  private static final String SOURCE = "Vert.x BlockedThreadChecker";

  private final AlertScene scene = new AlertScene();

  @Test
  void pinnedThreadsOfTheSameLineAreOneAlert() {
    scene.see(pinned(1000, 1030), pinned(2000, 2120));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.PINNED);
    assertThat(scene.only().worstNanos()).isEqualTo(120 * MS);
    assertThat(scene.only().key().what()).isEqualTo("com.example.ChatHandler.onMessage");
    assertThat(scene.only().sentence())
        .isEqualTo(
            "2 virtual threads kept worker-2 while they waited, the longest 120 ms in Thread.sleep,"
                + " called by ChatHandler.onMessage (ChatHandler.java:42): monitor held");
  }

  @Test
  void shortPinIsNoAlert() {
    scene.see(pinned(1000, 1019));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void pinDuringAPauseIsNoAlertEvenWhenThePauseIsToldOfLater() {
    scene.see(pinned(1000, 1040));
    assertThat(scene.alerts()).hasSize(1);
    scene.see(new Pause(Pause.Cause.GC, 1005 * MS, 1039 * MS, ""));
    assertThat(scene.alerts()).isEmpty();
  }

  @Test
  void manyPinsOfTheSameLineAreOneAlertForEachTenSeconds() {
    for (int i = 0; i < 800; i++) {
      scene.see(pinned(1000 + i * 15L, 1025 + i * 15L));
    }
    assertThat(scene.alerts()).hasSize(2);
    assertThat(scene.alerts().get(0).fromNanos()).isEqualTo(1000 * MS);
    assertThat(scene.alerts().get(0).sentence()).startsWith("667 virtual threads kept worker-2");
    assertThat(scene.alerts().get(1).fromNanos()).isEqualTo(11_005 * MS);
  }

  @Test
  void pinsThatAreNoLongerKeptOneByOneCannotBeExcused() {
    for (int i = 0; i < 600; i++) {
      scene.see(pinned(1000 + i * 15L, 1025 + i * 15L));
    }
    scene.see(new Pause(Pause.Cause.FROZEN, 2000 * MS, 11_000 * MS, ""));
    assertThat(scene.alerts())
        .extracting(Alert::rule)
        .containsExactlyInAnyOrder(AlertKind.PINNED, AlertKind.PAUSE);
    scene.see(pinned(10_990, 11_100));
    assertThat(scene.alerts().get(0).sentence()).contains("89 virtual threads");
  }

  @Test
  void warningStandsBesideOurStall() {
    scene.see(stall(4, 7, 1000, 1180, 0), warning(3000, "blocked for 2000 ms, limit is 2000 ms"));
    Alert warned = scene.alerts().get(1);
    assertThat(warned.rule()).isEqualTo(AlertKind.WARNING);
    assertThat(warned.stall()).isEqualTo(4);
    assertThat(warned.sentence())
        .isEqualTo(SOURCE + " warned of worker-2: blocked for 2000 ms, limit is 2000 ms");
  }

  @Test
  void warningsThatDifferOnlyInNumbersAreOneGroup() {
    scene.see(
        warning(1000, "blocked for 2000 ms\n  at com.example.X"),
        warning(2000, "blocked for 3000 ms"),
        warning(30_000, "blocked for 7 ms"));
    assertThat(scene.alerts()).hasSize(2);
    assertThat(scene.alerts().get(0).sentence())
        .isEqualTo(SOURCE + " warned of worker-2 2 times, last: blocked for 3000 ms");
    assertThat(scene.alerts()).extracting(Alert::worstNanos).containsOnly(0L);
    assertThat(scene.groups()).hasSize(1);
    assertThat(scene.groups().get(0).key().what()).isEqualTo(SOURCE + ": blocked for # ms");
  }

  @Test
  void warningAfterAPauseBlamesCodeForItAndIsNoAlert() {
    scene.see(
        new Pause(Pause.Cause.FROZEN, 1000 * MS, 4000 * MS, ""),
        warning(4100, "blocked for 3000 ms"));
    assertThat(scene.only().rule()).isEqualTo(AlertKind.PAUSE);
  }

  @Test
  void warningThatNamesNoLoopIsNotAboutADeadlockOfOtherThreads() {
    Stall seen = stall(4, 7, 1000, 1000, 0);
    scene.see(
        new Stall(
            4,
            0,
            seen.run(),
            0,
            1000 * MS,
            0,
            seen.samples(),
            seen.culpritStack(),
            1,
            List.of(),
            List.of(new Stall.Holder("A@1", 1, "one", 0, Thread.State.BLOCKED, 0)),
            true),
        new Warning(0, 3000 * MS, SOURCE, "out of workers"));
    assertThat(scene.alerts().get(1).rule()).isEqualTo(AlertKind.WARNING);
    assertThat(scene.alerts().get(1).stall()).isZero();
  }

  private static Pinned pinned(long from, long to) {
    return new Pinned(LOOP, from * MS, to * MS, "vt", 99, SLEEP_STACK, 1, "monitor held");
  }

  private static Warning warning(long at, String text) {
    return new Warning(LOOP, at * MS, SOURCE, text);
  }
}
