package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Pause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandstillTest {

  private static final long MS = 1_000_000;

  private final FakeProcess process = new FakeProcess();
  private final Standstill standstill = new Standstill(process, 0);
  private final PauseLog known = new PauseLog();
  private final List<Pause> found = new ArrayList<>();

  @Test
  void aWatcherInTimeConcludesNothing() {
    standstill.tick(10 * MS, 11 * MS);
    explainLater();
    assertThat(found).isEmpty();
  }

  @Test
  void aProcessThatUsedNoCpuWhileTheWatcherWasLateWasFrozen() {
    standstill.tick(10 * MS, 510 * MS);
    assertThat(standstill.doubtNanos(0, 600 * MS)).isEqualTo(510 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
    assertThat(found.get(0).fromNanos()).as("as early as it may have begun").isZero();
    assertThat(found.get(0).toNanos()).isEqualTo(510 * MS);
    assertThat(standstill.doubtNanos(0, 600 * MS)).isZero();
  }

  @Test
  void whatTheProcessUsedOfTheCpuItUsedBeforeItWasFrozen() {
    process.cpu = 4 * MS;
    standstill.tick(10 * MS, 510 * MS);
    explainLater();
    assertThat(found).extracting(Pause::fromNanos).containsExactly(4 * MS);
  }

  @Test
  void waitsOfLongAgoDoNotMakeAFrozenProcessABusyMachine() {
    for (long tick = 1; tick <= 20; tick++) {
      process.runQueue += 5 * MS;
      standstill.tick(tick * 10 * MS, tick * 10 * MS + 5 * MS);
    }
    standstill.tick(210 * MS, 290 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
  }

  @Test
  void safepointTimeMakesItASafepoint() {
    process.safepoint = 90 * MS;
    process.cpu = 90 * MS;
    standstill.tick(10 * MS, 110 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.SAFEPOINT);
  }

  @Test
  void aSafepointThatIsCountedAfterItLetTheWatcherGoIsOneAllTheSame() {
    process.cpu = 90 * MS;
    standstill.tick(10 * MS, 110 * MS);
    assertThat(standstill.doubtNanos(0, 200 * MS)).isPositive();
    process.safepoint = 90 * MS;
    standstill.tick(120 * MS, 120 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.SAFEPOINT);
  }

  @Test
  void aSafepointThatIsCountedOnlySomeTicksLaterIsNoFreeze() {
    standstill.tick(10 * MS, 910 * MS);
    standstill.tick(911 * MS, 911 * MS);
    standstill.tick(920 * MS, 920 * MS);
    process.safepoint = 890 * MS;
    standstill.tick(945 * MS, 945 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.SAFEPOINT);
  }

  @Test
  void aCollectionThatWasToldExplainsTheLatenessAtOnce() {
    process.safepoint = 90 * MS;
    standstill.tick(10 * MS, 110 * MS);
    known.add(new Pause(Pause.Cause.GC, 12 * MS, 109 * MS, "G1"));
    standstill.explain(115 * MS, known, (from, to) -> 0, found::add);
    assertThat(found).isEmpty();
    assertThat(standstill.doubtNanos(0, 200 * MS)).isZero();
  }

  @Test
  void aBusyProcessOrABusyMachineIsNoPauseAndNoDoubt() {
    process.cpu = 100 * MS;
    standstill.tick(10 * MS, 110 * MS);
    standstill.tick(120 * MS, 120 * MS);
    assertThat(standstill.doubtNanos(0, 200 * MS)).isZero();
    process.runQueue = 90 * MS;
    standstill.tick(130 * MS, 230 * MS);
    standstill.tick(240 * MS, 240 * MS);
    assertThat(standstill.doubtNanos(0, 300 * MS)).isZero();
    explainLater();
    assertThat(found).isEmpty();
  }

  @Test
  void aCollectionThatIsCountedAndNotYetToldIsNotTakenForAFreeze() {
    standstill.tick(10 * MS, 110 * MS);
    standstill.explain(400 * MS, known, (from, to) -> to - from, found::add);
    assertThat(found).isEmpty();
    assertThat(standstill.doubtNanos(0, 200 * MS)).isPositive();
    known.add(new Pause(Pause.Cause.GC, 12 * MS, 109 * MS, "G1"));
    standstill.explain(500 * MS, known, (from, to) -> 0, found::add);
    assertThat(found).isEmpty();
  }

  @Test
  void aCollectionRightAfterAFreezeIsNoPartOfIt() {
    standstill.tick(10 * MS, 110 * MS);
    process.safepoint = 60 * MS;
    process.cpu = 60 * MS;
    standstill.tick(120 * MS, 180 * MS);
    known.add(new Pause(Pause.Cause.GC, 119 * MS, 179 * MS, "G1"));
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
    assertThat(found).extracting(Pause::toNanos).containsExactly(110 * MS);
  }

  @Test
  void aCollectionRightAfterItDoesNotHideThatTheWatcherWasHeld() {
    standstill.tick(0, 0);
    process.cpu = 150 * MS;
    standstill.tick(10 * MS, 210 * MS);
    process.safepoint = 190 * MS;
    process.cpu = 340 * MS;
    standstill.tick(220 * MS, 410 * MS);
    known.add(new Pause(Pause.Cause.GC, 219 * MS, 409 * MS, "G1"));
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
    assertThat(found).extracting(Pause::toNanos).containsExactly(210 * MS);
  }

  @Test
  void aFreezeWaitsForTheDetailsOfACollectionThatWasCountedRightAfterIt() {
    standstill.tick(10 * MS, 110 * MS);
    process.safepoint = 60 * MS;
    process.cpu = 60 * MS;
    standstill.tick(120 * MS, 125 * MS);
    standstill.explain(
        400 * MS, known, (from, to) -> Math.max(0, to - Math.max(from, 115 * MS)), found::add);
    assertThat(found).isEmpty();
    known.add(new Pause(Pause.Cause.GC, 116 * MS, 124 * MS, "G1"));
    explainLater();
    assertThat(found).hasSize(1);
  }

  @Test
  void aCollectionInTheLatenessExplainsThatTheWatcherDidNotRun() {
    standstill.tick(0, 0);
    process.cpu = 150 * MS;
    process.safepoint = 85 * MS;
    standstill.tick(10 * MS, 110 * MS);
    known.add(new Pause(Pause.Cause.GC, 20 * MS, 95 * MS, "G1"));
    explainLater();
    assertThat(found).isEmpty();
  }

  @Test
  void aFreezeOnABusyMachineIsFoundWithoutTheWaitForAProcessor() {
    standstill.tick(0, 0);
    process.runQueue = 40 * MS;
    standstill.tick(10 * MS, 210 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
    assertThat(found).extracting(Pause::fromNanos).containsExactly(40 * MS);
  }

  @Test
  void waitingForStacksIsNoFreezeButMayBeASafepoint() {
    standstill.tookStacks(95 * MS);
    standstill.tick(10 * MS, 110 * MS);
    standstill.tick(120 * MS, 120 * MS);
    explainLater();
    assertThat(found).isEmpty();
    standstill.tookStacks(95 * MS);
    process.safepoint = 90 * MS;
    standstill.tick(130 * MS, 230 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.SAFEPOINT);
  }

  @Test
  void aWatcherThatWasHeldInItsSleepWasSuspendedThoughCompilersWentOn() {
    standstill.tick(0, 0);
    process.cpu = 150 * MS;
    standstill.tick(10 * MS, 210 * MS);
    standstill.tick(220 * MS, 220 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
    assertThat(found).extracting(Pause::toNanos).containsExactly(210 * MS);
  }

  @Test
  void aWatcherThatWasLateBecauseItWorkedWasNotSuspended() {
    standstill.tick(0, 0);
    process.cpu = 190 * MS;
    process.ownCpu = 185 * MS;
    standstill.tick(10 * MS, 210 * MS);
    standstill.tick(220 * MS, 220 * MS);
    explainLater();
    assertThat(found).isEmpty();
  }

  @Test
  void aWatcherThatWasHeldAtItsWorkWasSuspendedToo() {
    standstill.tick(0, 0);
    process.cpu = 150 * MS;
    process.ownCpu = 20 * MS;
    process.runQueue = 30 * MS;
    standstill.tick(10 * MS, 210 * MS);
    standstill.tick(220 * MS, 220 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
  }

  @Test
  void aWatcherThatWasHeldWhileItTookAStackWasSuspendedAllThatTime() {
    standstill.tick(0, 0);
    process.cpu = 10 * MS;
    standstill.tookStacks(185 * MS);
    standstill.tick(10 * MS, 190 * MS);
    standstill.tick(200 * MS, 200 * MS);
    explainLater();
    assertThat(found).extracting(Pause::cause).containsExactly(Pause.Cause.FROZEN);
    assertThat(found).extracting(Pause::fromNanos).containsExactly(10 * MS);
  }

  private void explainLater() {
    standstill.explain(10_000 * MS, known, (from, to) -> 0, found::add);
  }

  private static final class FakeProcess implements ProcessSource {
    long cpu;
    long safepoint;
    long runQueue;
    long ownCpu;

    @Override
    public long cpuNanos() {
      return cpu;
    }

    @Override
    public long safepointNanos() {
      return safepoint;
    }

    @Override
    public long runQueueNanos() {
      return runQueue;
    }

    @Override
    public long ownCpuNanos() {
      return ownCpu;
    }

    @Override
    public void close() {}
  }
}
