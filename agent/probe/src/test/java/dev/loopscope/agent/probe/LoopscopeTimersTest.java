package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.records;
import static dev.loopscope.agent.probe.ProbeSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeTimersTest {
  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
  }

  /** Stands for a framework's timer object, whose run method calls the hook first. */
  private record Timer(Runnable command, long deadline, long delay, boolean cancelled)
      implements Runnable {
    @Override
    public void run() {
      LoopscopeTimers.run(this, deadline, delay, 1000, cancelled);
      if (delay <= 0 && !cancelled) {
        command.run();
      }
    }
  }

  private static final class Command implements Runnable {
    @Override
    public void run() {}
  }

  private static Runnable once(Runnable command, long delayMillis) {
    Runnable wrapped = LoopscopeTimers.once(command, delayMillis, TimeUnit.MILLISECONDS);
    return java.util.Objects.requireNonNull(wrapped);
  }

  @Test
  void timerRunKnowsItsCommandItsParentAndWhenItWasDue() {
    List<Runnable> set = new ArrayList<>();
    long before = System.nanoTime();
    run(() -> set.add(once(new Command(), 20)));
    run(new Timer(set.get(0), 0, 0, false));

    ProbeSession.Entry parent = records().get(0);
    run(new Timer(set.get(0), 0, 0, false));
    ProbeSession.Entry timer = records().get(0);
    assertThat(timer.kind()).isEqualTo(LoopscopeRecord.KIND_TIMER);
    assertThat(timer.type()).isEqualTo(Command.class.getName());
    assertThat(timer.parent()).isEqualTo(parent.id());
    assertThat(timer.due() - timer.submitted()).isEqualTo(20_000_000);
    assertThat(timer.submitted()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void deadlineOfTheFrameworkIsMoreExactThanOurs() {
    run(new Timer(once(new Command(), 20), 500, 0, false));

    assertThat(records().get(0).due()).isEqualTo(1500);
  }

  @Test
  void puttingATimerIntoItsQueueIsInternal() {
    run(new Timer(new Command(), 500, 30, false));

    assertThat(records().get(0).kind()).isEqualTo(LoopscopeRecord.KIND_INTERNAL);
    assertThat(ProbeSession.loop().counts().get(LoopscopeCounts.DONE)).isZero();
  }

  @Test
  void timerThatBecomesDueBetweenTwoLooksAtTheClockIsATimer() {
    Runnable command = once(new Command(), 1);
    run(
        new Runnable() {
          @Override
          public void run() {
            LoopscopeTimers.run(this, 500, 1, 1000, false);
            command.run();
          }
        });

    assertThat(records().get(0).kind()).isEqualTo(LoopscopeRecord.KIND_TIMER);
    assertThat(ProbeSession.loop().counts().get(LoopscopeCounts.DONE)).isOne();
  }

  @Test
  void cancelledTimerIsNoRunThatWasDone() {
    run(new Timer(new Command(), 500, 0, true));

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
    assertThat(ProbeSession.loop().counts().get(LoopscopeCounts.DONE)).isZero();
  }

  @Test
  void timerCancelledBeforeItsFutureLookedDidNotRun() {
    run(
        new Runnable() {
          @Override
          public void run() {
            LoopscopeTimers.run(this, 500, 0, 1000, false);
            LoopscopeFutures.ended(this, true);
          }
        });

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
  }

  @Test
  void timerCancelledWhileItRanWasDone() {
    Runnable command = once(new Command(), 1);
    run(
        new Runnable() {
          @Override
          public void run() {
            LoopscopeTimers.run(this, 500, 0, 1000, false);
            command.run();
            LoopscopeFutures.ended(this, true);
          }
        });

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_DONE);
  }

  @Test
  void callableKeepsItsResult() throws Exception {
    Callable<?> wrapped = LoopscopeTimers.onceCalled(() -> "result", 1, TimeUnit.SECONDS);

    assertThat(wrapped).isInstanceOf(LoopscopeCallable.class);
    assertThat(java.util.Objects.requireNonNull(wrapped).call()).isEqualTo("result");
  }

  @Test
  void commandThatIsBothRunnableAndCallableIsLeftAlone() {
    class Both implements Runnable, Callable<String> {
      @Override
      public void run() {}

      @Override
      public String call() {
        return "";
      }
    }
    Both both = new Both();

    assertThat(LoopscopeTimers.once(both, 1, TimeUnit.SECONDS)).isSameAs(both);
    assertThat(LoopscopeTimers.onceCalled(both, 1, TimeUnit.SECONDS)).isSameAs(both);
    assertThat(LoopscopeTimers.periodic(both)).isSameAs(both);
  }

  @Test
  void badArgumentsAreLeftForTheFrameworkToRefuse() {
    assertThat(LoopscopeTimers.once(null, 1, TimeUnit.SECONDS)).isNull();
    Command command = new Command();
    assertThat(LoopscopeTimers.once(command, 1, null)).isSameAs(command);
  }
}
