package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static dev.loopscope.agent.probe.ProbeSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopePollsTest {
  private final ProbeSession session = new ProbeSession();
  private final Object selector = new Object();

  @AfterEach
  void end() {
    session.close();
  }

  private void poll(Object on, int ready) {
    LoopscopePolls.enter(on, "selector", 1, 0);
    loop().prove();
    LoopscopePolls.exit(ready);
  }

  private static void selectOn(Object on) {
    LoopscopePolls.enter(on, "selector", 1, 0);
    LoopscopePolls.exit(1);
  }

  @Test
  void threadThatSelectsNowAndThenIsNoLoop() {
    for (int i = 0; i < 10; i++) {
      selectOn(new Object());
    }

    assertThat(loop().isProven()).isFalse();
    assertThat(loop().ring()).as("memory for its runs").isNull();
    assertThat(loop().lost()).isZero();
  }

  @Test
  void threadThatComesBackToOneSelectorIsALoop() {
    selectOn(selector);
    selectOn(selector);
    assertThat(loop().isProven()).isFalse();
    selectOn(selector);
    assertThat(loop().isProven()).isTrue();

    selectOn(selector);
    assertThat(records()).isNotEmpty();
  }

  @Test
  void loopTellsOnceFromWhereItWaits() {
    selectOn(selector);
    selectOn(selector);
    assertThat(loop().takeCaller()).as("it is no loop yet").isNull();
    selectOn(selector);

    assertThat(loop().takeCaller())
        .extracting(StackTraceElement::getMethodName)
        .contains("selectOn");
    selectOn(selector);
    assertThat(loop().takeCaller()).isNull();
  }

  @Test
  void loopOfAFrameworkNeedNotTellFromWhereItWaits() {
    selectOn(selector);
    LoopscopePolls.batchEnter("netty-nio", 3, 0);
    LoopscopePolls.batchExit();
    selectOn(selector);
    selectOn(selector);
    selectOn(selector);

    assertThat(loop().takeCaller()).isNull();
  }

  @Test
  void runOfAThreadThatLeftItsLoopIsNoneAndItsTimeIsIdle() {
    poll(selector, 1);
    long run = loop().currentRunId();
    assertThat(run).isNotZero();

    loop().leave(run);

    assertThat(loop().currentRunId()).isZero();
    assertThat(loop().readCurrent(new LoopscopeCurrent())).isFalse();
    assertThat(loop().pollSinceNanos()).as("idle since").isPositive();
    poll(selector, 1);
    assertThat(records()).isEmpty();
    assertThat(loop().counts().get(LoopscopeCounts.BUSY_NANOS)).isZero();
    assertThat(loop().currentRunId()).as("it is back").isNotZero();
  }

  @Test
  void handWrittenLoopIsBusyFromOneWaitToTheNext() {
    poll(selector, 3);
    assertThat(loop().isInIo()).isTrue();
    poll(selector, 0);

    ProbeSession.Entry io = records().get(0);
    assertThat(io.kind()).isEqualTo(LoopscopeRecord.KIND_IO);
    assertThat(io.due()).as("ready channels").isEqualTo(3);
    assertThat(io.submitted()).as("poll entered").isPositive().isLessThanOrEqualTo(io.start());
    assertThat(io.end()).isGreaterThanOrEqualTo(io.start());
    assertThat(loop().kind()).isEqualTo("selector");
    assertThat(loop().counts().get(LoopscopeCounts.ITERATIONS)).isEqualTo(2);
  }

  @Test
  void frameworkLoopEndsItsIoPhaseWhereItsTasksBegin() {
    poll(selector, 1);
    LoopscopePolls.batchEnter("netty-nio", 3, 0);
    run(() -> {});
    LoopscopePolls.batchExit();
    poll(selector, 0);

    List<ProbeSession.Entry> records = records();
    assertThat(records)
        .extracting(ProbeSession.Entry::kind)
        .containsExactly(LoopscopeRecord.KIND_IO, LoopscopeRecord.KIND_TASK);
    assertThat(records.get(1).start()).isEqualTo(records.get(0).end());
    assertThat(loop().kind()).isEqualTo("netty-nio");
  }

  @Test
  void waitInsideAWaitIsOneWait() {
    LoopscopePolls.enter(null, "netty-epoll", 4, 0);
    LoopscopePolls.enter(null, "netty-epoll", 4, 0);
    LoopscopePolls.exit(1);
    assertThat(loop().isRunning()).isFalse();
    assertThat(loop().pollSinceNanos()).isPositive();
    LoopscopePolls.exit(1);

    assertThat(loop().isInIo()).isTrue();
    assertThat(loop().pollSinceNanos()).isZero();
    assertThat(loop().counts().get(LoopscopeCounts.ITERATIONS)).isOne();
  }

  @Test
  void taskThatSelectsIsJustATask() {
    run(() -> poll(new Object(), 1));

    assertThat(records())
        .extracting(ProbeSession.Entry::kind)
        .containsExactly(LoopscopeRecord.KIND_TASK);
    assertThat(loop().counts().get(LoopscopeCounts.ITERATIONS)).isZero();
  }

  @Test
  void handlerThatSelectsElsewhereStaysOneIoPhase() {
    poll(selector, 1);
    LoopscopePolls.batchEnter("netty-nio", 3, 0);
    LoopscopePolls.batchExit();
    poll(selector, 1);
    long phase = loop().currentRunId();
    records();

    poll(new Object(), 1);

    assertThat(loop().currentRunId()).isEqualTo(phase);
    assertThat(records()).isEmpty();
  }

  @Test
  void exitWithoutItsEnterIsIgnored() {
    poll(selector, 1);
    long phase = loop().currentRunId();

    LoopscopePolls.exit(1);

    assertThat(loop().currentRunId()).isEqualTo(phase);
  }

  @Test
  void busyAndWaitingTimeAddUpToTheRecords() {
    for (int i = 0; i < 50; i++) {
      poll(selector, 1);
    }
    long waited = 0;
    long busy = 0;
    for (ProbeSession.Entry io : records()) {
      waited += io.start() - io.submitted();
      busy += io.end() - io.start();
    }

    assertThat(loop().counts().get(LoopscopeCounts.BUSY_NANOS)).isEqualTo(busy);
    assertThat(loop().counts().get(LoopscopeCounts.WAIT_NANOS)).isGreaterThanOrEqualTo(waited);
  }

  @Test
  void packedAnswerKeepsItsChannelsInTheUpperHalf() {
    LoopscopePolls.enter(null, "netty-epoll", 4, 0);
    LoopscopePolls.exitPacked(5L << 32 | 1);
    LoopscopePolls.enter(null, "netty-epoll", 4, 0);

    assertThat(records().get(0).due()).isEqualTo(5);
  }

  @Test
  void channelsBehindOneThatTookLongAreARunOfTheirOwn() {
    poll(selector, 2);
    LoopscopePolls.channel();
    long blockedUntil = System.nanoTime() + 5_000_000;
    while (System.nanoTime() - blockedUntil < 0) {
      Thread.onSpinWait();
    }
    LoopscopePolls.channel();
    poll(selector, 0);

    List<ProbeSession.Entry> io = records();
    assertThat(io).hasSizeGreaterThanOrEqualTo(2);
    assertThat(io.get(0).end() - io.get(0).start()).isGreaterThanOrEqualTo(5_000_000);
    assertThat(io.get(1).start()).isEqualTo(io.get(0).end());
    assertThat(io.get(1).submitted()).as("no wait before it").isEqualTo(io.get(1).start());
    assertThat(loop().counts().get(LoopscopeCounts.ITERATIONS)).isEqualTo(2);
  }

  @Test
  void channelOutsideAnIoPhaseChangesNothing() {
    run(LoopscopePolls::channel);

    assertThat(records())
        .extracting(ProbeSession.Entry::kind)
        .containsExactly(LoopscopeRecord.KIND_TASK);
  }
}
