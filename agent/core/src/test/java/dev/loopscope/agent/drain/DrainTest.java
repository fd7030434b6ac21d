package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopeForks;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopePoints;
import dev.loopscope.agent.probe.LoopscopeWorkers;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Settings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a session whose end comes while the drain thread is busy with its only pass. */
class DrainTest {
  private static final int RUNS = 3;
  private static final int PATIENCE_MILLIS = 10_000;

  private final SentFrames sent = new SentFrames();
  private Runnable beforePass = () -> {};
  private Runnable duringPass = () -> {};
  private Runnable hooksOff = () -> {};
  private final Feed feed = new Feed(plan());

  @BeforeEach
  void begin() {
    LoopscopeLoops.reset(1 << 20);
    LoopscopePoints.turnOn();
    hooksOff = feed::hooksAreOff;
  }

  @AfterEach
  void end() {
    LoopscopePoints.turnOff();
    LoopscopeLoops.reset(0);
  }

  @Test
  void aLoopThatCameSinceTheLastPassBeganIsToldWithAllItsRuns() {
    duringPass =
        () -> {
          onThread("late-worker");
          feed.end(Bye.Reason.DETACHED, "somebody detached");
        };

    assertThatLateWorkerIsTold();
  }

  @Test
  void itIsToldTooWhenTheNextSessionBeginsBeforeThePassIsOver() {
    duringPass =
        () -> {
          onThread("late-worker");
          LoopscopeWorkers.handed();
          feed.hooksAreOff();
          LoopscopeLoops.reset(1 << 20);
          onThread("of-the-next-session");
          LoopscopeWorkers.handed();
          LoopscopeWorkers.handed();
        };

    assertThatLateWorkerIsTold();
    assertThat(loopNames()).doesNotContain("of-the-next-session");
    assertThat(sent.of(LoopState.class))
        .filteredOn(state -> state.loop() == 0)
        .extracting(state -> state.totals().submitted())
        .as("what belongs to no loop")
        .isNotEmpty()
        .containsOnly(1L);
  }

  @Test
  void aLoopThatHasEndedIsToldOnceThoughTheHooksWentOffBefore() {
    beforePass =
        () -> {
          onThread("late-worker");
          feed.hooksAreOff();
        };

    assertThatLateWorkerIsTold();
    assertThat(sent.of(LoopState.class))
        .extracting(LoopState::activity)
        .containsOnlyOnce(LoopState.Activity.ENDED);
  }

  private void assertThatLateWorkerIsTold() {
    feed.start();

    assertThat(feed.awaitEnd(PATIENCE_MILLIS)).isTrue();
    assertThat(loopNames()).containsOnlyOnce("late-worker");
    assertThat(sent.of(RunBatch.class)).extracting(batch -> batch.runs().size()).contains(RUNS);
    assertThat(sent.of(LoopState.class))
        .extracting(state -> state.totals().finished())
        .contains((long) RUNS);
    assertThat(sent.frames.get(sent.frames.size() - 1)).isInstanceOf(Bye.class);
  }

  private List<String> loopNames() {
    return sent.of(Definitions.class).stream()
        .flatMap(names -> names.loops().stream())
        .map(Definitions.Loop::name)
        .toList();
  }

  /** Asked when the pass has looked for loops already. */
  private Coverage coverage() {
    if (sent.of(Coverage.class).isEmpty()) {
      duringPass.run();
    }
    return new Coverage(List.of());
  }

  /** Asked for the first frame. */
  private long attachedNanos() {
    beforePass.run();
    return System.nanoTime();
  }

  private static void onThread(String name) {
    Thread worker = new Thread(DrainTest::work, name);
    worker.start();
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void work() {
    for (int i = 0; i < RUNS; i++) {
      LoopscopeForks.enter(new Object(), "forkjoin", 3);
      LoopscopeForks.exit();
    }
  }

  private Feed.Plan plan() {
    return new Feed.Plan(
        sent,
        () -> "1",
        this::attachedNanos,
        Settings.DEFAULT,
        List.of(),
        this::coverage,
        (kind, loop) -> "",
        new LoopNamer(List.of(), className -> ""),
        List.of(),
        0,
        (name, body) -> new Thread(body, "loopscope-" + name),
        () -> {},
        () -> {},
        () -> hooksOff.run(),
        why -> {},
        new ErrorLog());
  }
}
