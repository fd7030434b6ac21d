package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeLayersTest {
  private static final int ABOVE = 9;

  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void loopOfTheLayerAboveGetsItsKind() {
    ProbeSession.run(() -> LoopscopeLayers.thread(ownThreadClass(), "above", ABOVE));

    assertThat(loop().kind()).isEqualTo("above");
  }

  @Test
  void workerOfAPoolWithThreadsOfTheSameClassStaysAWorker() {
    LoopscopePoolWorkers.started(new Object(), null, "thread-pool", 2);

    LoopscopeLayers.thread(ownThreadClass(), "above", ABOVE);

    assertThat(loop().kind()).isEqualTo("thread-pool");
  }

  private static String ownThreadClass() {
    return Thread.currentThread().getClass().getName();
  }
}
