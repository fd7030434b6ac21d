package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeToolkitTest {
  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
    LoopscopeToolkit.reset();
  }

  private static Runnable task(Runnable task) {
    return requireNonNull(LoopscopeToolkit.task(task));
  }

  @Test
  void taskIsARunFromItsCallToItsReturn() {
    task(() -> assertThat(loop().isRunning()).isTrue()).run();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.kind()).isEqualTo(LoopscopeRecord.KIND_TASK);
    assertThat(record.submitted()).isPositive();
    assertThat(loop().kind()).isEqualTo("javafx");
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.SUBMITTED)).isEqualTo(1);
  }

  @Test
  void whatATaskThrowsComesOutAndIsAFailure() {
    Runnable failing =
        task(
            () -> {
              throw new IllegalStateException("on purpose");
            });

    assertThatThrownBy(failing::run).hasMessage("on purpose");

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_FAILED);
  }

  @Test
  void whatTheToolkitGivesItselfIsInternalAndNamedByWhatItTurnsOutToBe() {
    requireNonNull(LoopscopeToolkit.queued(() -> LoopscopeToolkit.internal("javafx.Pulse"))).run();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.kind()).isEqualTo(LoopscopeRecord.KIND_INTERNAL);
    assertThat(record.type()).isEqualTo("javafx.Pulse");
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isZero();
  }

  @Test
  void eventOfAWindowIsARunOfItsKind() {
    LoopscopeToolkit.event("javafx.scene.input.MouseEvent");
    LoopscopeToolkit.exit(null);

    assertThat(records().get(0).type()).isEqualTo("javafx.scene.input.MouseEvent");
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isEqualTo(1);
  }

  @Test
  void aTaskThatWaitsForADialogIsLaidAsideUntilItGoesOn() {
    Runnable inner = task(() -> assertThat(loop().isRunning()).isTrue());
    task(() -> {
          LoopscopeToolkit.layAside();
          inner.run();
          assertThat(loop().isRunning()).isFalse();
          LoopscopeToolkit.goOn();
        })
        .run();

    List<ProbeSession.Entry> records = records();
    assertThat(records).hasSize(3);
    assertThat(records.get(2).parent()).isEqualTo(records.get(0).id());
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isEqualTo(2);
  }

  @Test
  void afterDetachAQueuedTaskOnlyRuns() {
    boolean[] ran = {false};
    Runnable queued = task(() -> ran[0] = true);
    LoopscopePoints.turnOff();

    queued.run();

    assertThat(ran[0]).isTrue();
    assertThat(LoopscopeLoops.find()).isNull();
  }
}
