package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopeForks;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopePoints;
import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.Settings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a session whose end comes while the drain thread is busy with its only pass. */
class DrainTest {
  private static final int RUNS = 3;
  private static final int PATIENCE_MILLIS = 10_000;

  private final SentFrames sent = new SentFrames();
  private @Nullable Feed feed;

  @BeforeEach
  void begin() {
    LoopscopeLoops.reset(1 << 20);
    LoopscopePoints.turnOn();
  }

  @AfterEach
  void end() {
    LoopscopePoints.turnOff();
    LoopscopeLoops.reset(0);
  }

  @Test
  void aLoopThatCameSinceTheLastPassBeganIsToldWithAllItsRuns() {
    Feed made = new Feed(plan());
    feed = made;

    made.start();

    assertThat(made.awaitEnd(PATIENCE_MILLIS)).isTrue();
    assertThat(sent.of(Definitions.class))
        .flatExtracting(Definitions::loops)
        .extracting(Definitions.Loop::name)
        .contains("late-worker");
    assertThat(sent.of(RunBatch.class)).extracting(batch -> batch.runs().size()).contains(RUNS);
    assertThat(sent.of(LoopState.class))
        .extracting(state -> state.totals().finished())
        .contains((long) RUNS);
    assertThat(sent.frames.get(sent.frames.size() - 1)).isInstanceOf(Bye.class);
  }

  /** The pass has looked for loops when it asks for the coverage. */
  private Coverage passIsLong() {
    if (sent.of(Coverage.class).isEmpty()) {
      Thread worker = new Thread(DrainTest::work, "late-worker");
      worker.start();
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Objects.requireNonNull(feed).end(Bye.Reason.DETACHED, "somebody detached");
    }
    return new Coverage(List.of());
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
        "1",
        System::nanoTime,
        Settings.DEFAULT,
        List.of(),
        this::passIsLong,
        (kind, loop) -> "",
        new LoopNamer(List.of(), className -> ""),
        List.of(),
        0,
        (name, body) -> new Thread(body, "loopscope-" + name),
        () -> Objects.requireNonNull(feed).hooksAreOff(),
        why -> {},
        new ErrorLog());
  }
}
