package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.records;
import static dev.loopscope.agent.probe.ProbeSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeStagesTest {
  private static final Object POOL = new Object();
  private static final Executor OTHER = command -> {};

  private final ProbeSession session = new ProbeSession();
  private final Object stage = new Object();
  private final Object function = new BitSet();

  @AfterEach
  void end() {
    session.close();
  }

  private static void begin(Object task) {
    LoopscopePoolWorkers.started(POOL, null, "thread-pool", 2);
    LoopscopePoolWorkers.took(task);
    LoopscopePoolWorkers.locked(Thread.currentThread(), POOL, "thread-pool", 2);
  }

  private static void over() {
    LoopscopePoolWorkers.unlocked(Thread.currentThread());
  }

  @Test
  void firstStageHasTheNameOfItsFunctionAndKnowsWhoMadeIt() {
    run(() -> LoopscopeStages.made(stage));
    long parent = records().get(0).id();
    begin(stage);
    LoopscopeStages.runs(stage, null, function);
    over();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.type()).isEqualTo("java.util.BitSet");
    assertThat(record.parent()).isEqualTo(parent);
  }

  @Test
  void stageClaimedInsideTheOneBeforeHasThatAsParent() {
    begin(new Object());
    LoopscopeStages.claimed(stage, OTHER);
    over();
    begin(stage);
    over();

    var records = records();
    assertThat(records.get(1).parent()).isEqualTo(records.get(0).id());
  }

  @Test
  void whatEntersAForkJoinPoolIsToldThere() {
    LoopscopeStages.claimed(stage, ForkJoinPool.commonPool());
    begin(stage);
    over();

    assertThat(records().get(0).submitted()).isZero();
  }

  @Test
  void failureOfTheDependentFutureIsTheRuns() {
    CompletableFuture<Void> dependent = new CompletableFuture<>();
    begin(stage);
    LoopscopeStages.runs(stage, dependent, function);
    LoopscopeFutures.failed(dependent);
    over();

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_FAILED);
  }

  @Test
  void stageThatFiresOnTheWayInsideAnotherNamesNothing() {
    begin(stage);
    LoopscopeStages.fires(stage, function, 0);
    over();

    assertThat(records().get(0).type()).isEqualTo("java.lang.Object");
  }
}
