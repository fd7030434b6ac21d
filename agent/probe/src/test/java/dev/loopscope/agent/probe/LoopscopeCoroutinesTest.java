package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeCoroutinesTest {
  private static final Object DISPATCHER = new Object();
  private static final String KIND = "coroutines-dispatcher";

  private final ProbeSession session = new ProbeSession();
  private final Object task = new Object();

  /** Named and shaped like the library's own. */
  static final class Copy {
    static final class DispatchedContinuation {
      final Object continuation;

      DispatchedContinuation(Object continuation) {
        this.continuation = continuation;
      }
    }
  }

  @AfterEach
  void end() {
    session.close();
  }

  private static void enter(Object task) {
    LoopscopeCoroutines.enter(task, DISPATCHER, KIND, 4);
  }

  @Test
  void stretchOfACoroutineHasTheNameOfItsCodeAndItsOrigin() {
    LoopscopeCoroutines.given(task);
    enter(task);
    LoopscopeCoroutines.resumes(new BitSet());
    LoopscopeCoroutines.exit();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.type()).isEqualTo("java.util.BitSet");
    assertThat(record.submitted()).isPositive().isLessThanOrEqualTo(record.start());
    assertThat(loop().kind()).isEqualTo(KIND);
  }

  @Test
  void firstCodeThatGoesOnNamesTheRun() {
    enter(task);
    LoopscopeCoroutines.resumes(new BitSet());
    LoopscopeCoroutines.resumes(new Random());
    LoopscopeCoroutines.exit();

    assertThat(records().get(0).type()).isEqualTo("java.util.BitSet");
  }

  @Test
  void codeIsFoundBehindWhatDispatchesIt() throws Exception {
    Object code = new BitSet();

    assertThat(LoopscopeContinuations.code(new Copy.DispatchedContinuation(code))).isSameAs(code);
    assertThat(LoopscopeContinuations.code(new Copy.DispatchedContinuation(code))).isSameAs(code);
    assertThat(LoopscopeContinuations.code(code)).isSameAs(code);
  }

  @Test
  void tasksWorkedOffInsideAnotherAreTheRuns() {
    enter(task);
    LoopscopeCoroutines.enterInner(new BitSet());
    LoopscopeCoroutines.exitInner();
    LoopscopeCoroutines.enterInner(new Random());
    LoopscopeCoroutines.exitInner();
    LoopscopeCoroutines.exit();

    assertThat(records())
        .extracting(ProbeSession.Entry::type)
        .containsExactly("java.util.BitSet", "java.util.Random");
    assertThat(loop().counts().get(LoopscopeCounts.SUBMITTED)).isEqualTo(2);
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isEqualTo(2);
  }

  @Test
  void innerTaskThatThrewEndsWithTheNextOrWithTheOuter() {
    enter(task);
    LoopscopeCoroutines.enterInner(new BitSet());
    LoopscopeLayers.failed();
    LoopscopeCoroutines.enterInner(new Random());
    LoopscopeLayers.failed();
    LoopscopeCoroutines.exit();

    assertThat(records())
        .hasSize(2)
        .allMatch(record -> record.outcome() == LoopscopeRecord.OUTCOME_FAILED);
    assertThat(loop().isRunning()).isFalse();
  }

  @Test
  void innerTaskOfAnotherFrameworksRunIsPartOfIt() {
    LoopscopePoolWorkers.started(DISPATCHER, null, "thread-pool", 2);
    ProbeSession.run(
        () -> {
          LoopscopeCoroutines.enterInner(new BitSet());
          LoopscopeCoroutines.exitInner();
        });

    assertThat(records()).hasSize(1);
  }

  @Test
  void nothingHappensBetweenSessions() {
    LoopscopePoints.turnOff();

    LoopscopeCoroutines.given(task);
    enter(task);
    LoopscopeCoroutines.enterInner(task);
    LoopscopeCoroutines.exitInner();
    LoopscopeCoroutines.exit();

    assertThat(LoopscopeLoops.find()).isNull();
  }
}
