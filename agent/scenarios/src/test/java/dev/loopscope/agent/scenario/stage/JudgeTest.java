package dev.loopscope.agent.scenario.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.ScenarioProgram;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final long MS = 1_000_000;
  private static final Truth BLOCKED =
      new Truth(1_000 * MS, 200 * MS, 0, 0, List.of(new Truth.Method("app.Slow", "block", 7)));
  private static final Truth HELD_UP = new Truth(1_000 * MS, 200 * MS, -1, -1, List.of());

  private final List<Frame> frames =
      new ArrayList<>(
          List.of(
              new Definitions(
                  List.of(
                      new Definitions.Loop(
                          1, ScenarioProgram.LOOP_NAME + "-1-1", "", "netty-nio", 9, "")),
                  List.of(),
                  List.of(
                      new Definitions.Stack(
                          5,
                          List.of(
                              new StackFrame(
                                  "app.Slow", "block", "Slow.java", 7, Origin.APPLICATION)))))));

  private void told(int culpritStack, Share... shares) {
    Stall.Sample seen = new Stall.Sample(1_050 * MS, 5, Thread.State.RUNNABLE);
    told(culpritStack, List.of(seen), shares);
  }

  private void told(int culpritStack, List<Stall.Sample> samples, Share... shares) {
    OpenRun run = new OpenRun(3, 0, 0, RunKind.TASK, 0, 0, 999 * MS, 0);
    frames.add(
        new Stall(
            1,
            1,
            run,
            50 * MS,
            1_050 * MS,
            1_201 * MS,
            samples,
            culpritStack,
            culpritStack == 0 ? -1 : 0,
            List.of(shares)));
  }

  private static Share share(Cause cause, long millis) {
    return new Share(cause, millis * MS, "");
  }

  private Outcome judge(Scenario scenario, Truth truth) {
    return new Judge(frames).judge(scenario, truth);
  }

  @Test
  void whatTheProgramKnowsIsRight() {
    told(5, share(Cause.SLEEP, 200));
    assertThat(judge(Scenario.THREAD_SLEEP, BLOCKED).isRight()).isTrue();
  }

  @Test
  void silenceIsNotFound() {
    Outcome outcome = judge(Scenario.THREAD_SLEEP, BLOCKED);
    assertThat(outcome.found()).isFalse();
    assertThat(outcome.isRight()).isFalse();
  }

  @Test
  void anotherCauseAndAnotherCulpritAreWrong() {
    told(0, share(Cause.WAIT, 150), share(Cause.SLEEP, 50));
    Outcome outcome = judge(Scenario.THREAD_SLEEP, BLOCKED);
    assertThat(outcome.found()).isTrue();
    assertThat(outcome.causeRight()).isFalse();
    assertThat(outcome.culpritRight()).isFalse();
  }

  @Test
  void aLockWithoutItsHolderIsNotEnough() {
    told(5, share(Cause.LOCK, 200));
    assertThat(judge(Scenario.MONITOR, BLOCKED).causeRight()).isFalse();
  }

  @Test
  void aMixNeedsAGoodShareOfEach() {
    told(5, share(Cause.LOCK, 190), share(Cause.SLEEP, 10));
    assertThat(judge(Scenario.LOCK_THEN_SLEEP, BLOCKED).causeRight()).isFalse();
  }

  @Test
  void theMachineMayStarveWhatComputes() {
    Truth starved = new Truth(1_000 * MS, 200 * MS, 80 * MS, 120 * MS, BLOCKED.culprits());
    told(5, share(Cause.STARVED, 120), share(Cause.CPU, 80));
    assertThat(judge(Scenario.OWN_CODE, starved).causeRight()).isTrue();
    assertThat(judge(Scenario.OWN_CODE, BLOCKED).causeRight()).isFalse();
  }

  @Test
  void nobodyNeedBeNamedWhenTheMachineAloneBrokeTheLimitAndLeftNoSample() {
    Truth starved = new Truth(1_000 * MS, 200 * MS, 30 * MS, 165 * MS, BLOCKED.culprits());
    told(0, List.of(), share(Cause.STARVED, 165), share(Cause.CPU, 35));
    assertThat(judge(Scenario.OWN_CODE, starved).isRight()).isTrue();
    Truth slow = new Truth(1_000 * MS, 200 * MS, 80 * MS, 120 * MS, BLOCKED.culprits());
    assertThat(judge(Scenario.OWN_CODE, slow).culpritRight()).isFalse();
  }

  @Test
  void theLineMustBeNamedWhereThereIsASampleHoweverStarved() {
    Truth starved = new Truth(1_000 * MS, 200 * MS, 30 * MS, 165 * MS, BLOCKED.culprits());
    told(0, share(Cause.STARVED, 165), share(Cause.CPU, 35));
    assertThat(judge(Scenario.OWN_CODE, starved).culpritRight()).isFalse();
  }

  @Test
  void aStarvedStallBlamesCodeOnlyWhenTheRestBrokeTheLimitToo() {
    told(5, share(Cause.STARVED, 120), share(Cause.WAIT, 80));
    assertThat(judge(Scenario.PROCESS_STOPPED, HELD_UP).causeRight()).isFalse();
    frames.remove(frames.size() - 1);
    told(5, share(Cause.STARVED, 180), share(Cause.WAIT, 20));
    assertThat(judge(Scenario.PROCESS_STOPPED, HELD_UP).causeRight()).isTrue();
  }

  @Test
  void codeMustNotBeBlamedForAPause() {
    told(5, share(Cause.WAIT, 200));
    assertThat(judge(Scenario.EXPLICIT_COLLECTION, HELD_UP).causeRight()).isFalse();
    assertThat(new CodeAlerts(frames, 1_000 * MS, 1_200 * MS).raised()).isOne();
  }

  @Test
  void aPauseToldLaterTakesTheBlameBack() {
    told(5, share(Cause.WAIT, 200));
    frames.add(new Pause(Pause.Cause.GC, 1_010 * MS, 1_190 * MS, ""));
    assertThat(judge(Scenario.EXPLICIT_COLLECTION, HELD_UP).isRight()).isTrue();
    assertThat(new CodeAlerts(frames, 1_000 * MS, 1_200 * MS).raised()).isOne();
  }

  @Test
  void anAnswerThatIsNoTruthIsRefusedWithASentence() {
    assertThatThrownBy(() -> Truth.parse("watching"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not say what happened");
  }
}
