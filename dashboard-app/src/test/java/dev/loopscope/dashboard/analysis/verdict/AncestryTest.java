package dev.loopscope.dashboard.analysis.verdict;

import static dev.loopscope.dashboard.plain.Frames.LOOP;
import static dev.loopscope.dashboard.plain.Frames.PUSH;
import static dev.loopscope.dashboard.plain.Frames.runs;
import static dev.loopscope.dashboard.plain.Frames.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AncestryTest {

  private final PlainTrace trace = new PlainTrace();

  @BeforeEach
  void start() {
    trace.accept(Frames.hello());
    trace.accept(Frames.names());
  }

  @Test
  void runsThatSubmittedEachOtherAreFollowedNearestFirst() {
    trace.accept(runs(task(1, 0, 10, 20, 30), task(2, 1, 25, 30, 40)));
    Ancestry ancestry = Ancestry.of(trace, task(3, 2, 35, 40, 50));
    assertThat(ancestry.runs()).extracting(located -> located.run().id()).containsExactly(2L, 1L);
    assertThat(ancestry.unknown()).isZero();
    assertThat(ancestry.longer()).isFalse();
  }

  @Test
  void phaseOfInputAndOutputIsARootWhateverCausedIt() {
    trace.accept(
        runs(task(1, 0, 10, 20, 30), Frames.run(2, 1, RunKind.IO, Outcome.DONE, 0, 30, 40)));
    Ancestry ancestry = Ancestry.of(trace, task(3, 2, 35, 40, 50));
    assertThat(ancestry.runs()).extracting(located -> located.run().id()).containsExactly(2L);
    assertThat(ancestry.submitter()).isZero();
  }

  @Test
  void causeThatIsNotKeptIsNamed() {
    trace.accept(runs(task(2, 1, 25, 30, 40)));
    assertThat(Ancestry.of(trace, task(3, 2, 35, 40, 50)).unknown()).isEqualTo(1);
  }

  @Test
  void endlessChainIsCutAndSaysSo() {
    for (int id = 1; id <= 200; id++) {
      trace.accept(runs(task(id, id - 1, id, id, id + 1)));
    }
    Ancestry ancestry = Ancestry.of(trace, task(201, 200, 201, 201, 202));
    assertThat(ancestry.runs()).hasSize(64);
    assertThat(ancestry.longer()).isTrue();
  }

  @Test
  void circleInADamagedRecordingEnds() {
    trace.accept(runs(task(1, 2, 10, 20, 30), task(2, 1, 25, 30, 40)));
    Ancestry ancestry = Ancestry.of(trace, task(2, 1, 25, 30, 40));
    assertThat(ancestry.runs()).hasSize(1);
    assertThat(ancestry.longer()).isFalse();
  }

  @Test
  void timerWhoseDueTimeIsNotKnownHasNotWaitedSinceItWasSet() {
    assertThat(Ancestry.waitedNanos(timer(0))).isEqualTo(-1);
    assertThat(Ancestry.waitedNanos(timer(900))).isEqualTo(50);
    assertThat(Ancestry.waitedNanos(new OpenRun(1, 0, PUSH, RunKind.TIMER, 100, 0, 950, 0)))
        .isEqualTo(-1);
    assertThat(Ancestry.waitedNanos(new OpenRun(1, 0, PUSH, RunKind.TASK, 100, 0, 950, 0)))
        .isEqualTo(850);
  }

  @Test
  void threadOfALoopIsCalledByTheLoopsName() {
    assertThat(Ancestry.threadName(trace, 20)).isEqualTo("worker-2");
    assertThat(Ancestry.threadName(trace, 77)).isEqualTo("thread 77");
    assertThat(Ancestry.threadName(trace, 0)).isEmpty();
    assertThat(Ancestry.loopName(trace, LOOP)).isEqualTo("worker-2");
    assertThat(Ancestry.loopName(trace, 99)).isEqualTo("loop 99");
  }

  private static Run timer(long due) {
    return new Run(1, 0, PUSH, RunKind.TIMER, Outcome.DONE, 100, due, 950, 960, 0, 0);
  }
}
