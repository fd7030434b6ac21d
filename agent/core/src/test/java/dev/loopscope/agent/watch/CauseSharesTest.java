package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.agent.watch.system.CallKind;
import dev.loopscope.agent.watch.system.SystemView;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CauseSharesTest {

  private static final long MS = 1_000_000;
  private static final Offset<Long> ROUNDED = within(2L);

  private static final Reading NONE = Reading.NONE;
  private static final SystemView UNSEEN = SystemView.UNKNOWN;

  private final PauseLog pauses = new PauseLog();
  private final StackBook book = new StackBook(new OwnPackages(null));

  @Test
  void aSleepTakesAllOfTheTime() {
    List<Share> shares = shares(200, seen(50, Samples.sleeping(1)), seen(60, Samples.sleeping(1)));
    assertThat(shares).hasSize(1);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.SLEEP);
    assertThat(shares.get(0).nanos()).isCloseTo(200 * MS, ROUNDED);
    assertThat(shares.get(0).evidence()).isEqualTo("2 of 2 samples TIMED_WAITING in Thread.sleep");
  }

  @Test
  void everySampleStandsForTheStretchBeforeIt() {
    List<Share> shares =
        shares(100, seen(60, Samples.sleeping(1)), seen(100, Samples.running(40 * MS)));
    assertThat(nanos(shares, Cause.SLEEP)).isCloseTo(60 * MS, ROUNDED);
  }

  @Test
  void codeThatUsedTheCpuIsCpu() {
    List<Share> shares = measured(100, 10, used(60, 50, 0, 'R'));
    assertThat(shares).extracting(Share::cause).containsExactly(Cause.CPU);
    assertThat(shares.get(0).nanos()).isEqualTo(100 * MS);
    assertThat(shares.get(0).evidence())
        .isEqualTo("1 of 1 samples RUNNABLE in own code, ChatHandler.compute, 100 % on a CPU");
  }

  @Test
  void codeThatWaitedForAProcessorIsStarved() {
    List<Share> shares = measured(100, 10, used(60, 10, 40, 'R'));
    assertThat(shares).extracting(Share::cause).containsExactly(Cause.STARVED, Cause.CPU);
    assertThat(nanos(shares, Cause.STARVED)).isCloseTo(80 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(20 * MS, ROUNDED);
    assertThat(shares.get(0).evidence()).contains("80.0 ms", "waiting for a free processor");
  }

  @Test
  void aWaitForAProcessorThatStillLastsIsNotCountedYetAndSeenAllTheSame() {
    assertThat(measured(100, 10, used(60, 0, 0, 'R')))
        .extracting(Share::cause)
        .containsExactly(Cause.STARVED);
  }

  @Test
  void codeThatWasReadyButDidNotRunIsNotCalledCpu() {
    List<Share> shares = measured(100, 10, used(60, 10, 0, '?'));
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(20 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.UNKNOWN)).isCloseTo(80 * MS, ROUNDED);
  }

  @Test
  void withoutARunQueueTheEvidenceSaysWhatIsNotKnown() {
    Observation blind =
        observation(
            new Reading(60 * MS, 10 * MS, -1, 0), Samples.running(10 * MS), SystemView.UNKNOWN);
    List<Share> shares =
        CauseShares.of(0, 100 * MS, new Reading(10 * MS, 0, -1, 0), List.of(blind), NONE, pauses);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(shares.get(0).evidence()).contains("not known on this system");
  }

  @Test
  void computingBeforeALockIsNotTheLocks() {
    ThreadSample blocked =
        Samples.waiting(
            Thread.State.BLOCKED, "org.example.Store@1", 12, "writer", Samples.app("read", 1));
    Observation observation =
        observation(new Reading(60 * MS, 40 * MS, 0, 0), blocked, SystemView.UNKNOWN);
    List<Share> shares =
        CauseShares.of(
            0, 60 * MS, new Reading(10 * MS, 0, 0, 0), List.of(observation), NONE, pauses);
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(48 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.LOCK)).isCloseTo(12 * MS, ROUNDED);
    assertThat(share(shares, Cause.LOCK).subject()).isEqualTo("org.example.Store@1");
  }

  @Test
  void whatWasUsedAfterTheLastSampleIsMeasuredToo() {
    List<Share> shares =
        CauseShares.of(
            0,
            1_000 * MS,
            NONE,
            List.of(observation(new Reading(250 * MS, 0, 0, 0), Samples.sleeping(1), UNSEEN)),
            new Reading(1_010 * MS, 600 * MS, 0, 0),
            pauses);
    assertThat(nanos(shares, Cause.CPU)).isBetween(590 * MS, 600 * MS);
    assertThat(nanos(shares, Cause.SLEEP)).isBetween(400 * MS, 410 * MS);
  }

  @Test
  void manySmallSafepointsExplainCodeThatDidNotRun() {
    Observation observation =
        observation(new Reading(60 * MS, 20 * MS, 0, 30 * MS), Samples.running(0), UNSEEN);
    List<Share> shares =
        CauseShares.of(
            0, 100 * MS, new Reading(10 * MS, 0, 0, 0), List.of(observation), NONE, pauses);
    assertThat(nanos(shares, Cause.SAFEPOINT)).isCloseTo(60 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(40 * MS, ROUNDED);
  }

  @Test
  void copyingAFileFromTheCacheIsInputOutputThoughItNeedsTheCpu() {
    ThreadSample reading =
        Samples.thread(
            Thread.State.RUNNABLE,
            0,
            Samples.nativeJdk("java.io.FileInputStream", "readBytes"),
            Samples.app("load", 1));
    Observation observation =
        observation(
            new Reading(60 * MS, 50 * MS, 0, 0),
            reading,
            new SystemView('R', "", CallKind.NONE, ""));
    assertThat(
            CauseShares.of(
                0, 100 * MS, new Reading(10 * MS, 0, 0, 0), List.of(observation), NONE, pauses))
        .extracting(Share::cause)
        .containsExactly(Cause.BLOCKING_IO);
  }

  @Test
  void whatARunningThreadDidNotRunGoesToTheWaitSeenBefore() {
    List<Share> shares =
        CauseShares.of(
            0,
            250 * MS,
            new Reading(10 * MS, 0, 0, 0),
            List.of(
                observation(new Reading(90 * MS, 0, 0, 0), Samples.sleeping(1), UNSEEN),
                used(250, 60, 0, 'R')),
            NONE,
            pauses);
    assertThat(nanos(shares, Cause.SLEEP)).isCloseTo(190 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(60 * MS, ROUNDED);
  }

  @Test
  void oneLookAtAFileAfterMuchComputingIsNotTakenForAllOfIt() {
    ThreadSample reading =
        Samples.thread(
            Thread.State.RUNNABLE,
            0,
            Samples.nativeJdk("java.io.FileInputStream", "readBytes"),
            Samples.app("load", 1));
    List<Share> shares =
        CauseShares.of(
            0,
            250 * MS,
            new Reading(10 * MS, 0, 0, 0),
            List.of(
                used(90, 80, 0, 'R'),
                observation(new Reading(250 * MS, 240 * MS, 0, 0), reading, UNSEEN)),
            NONE,
            pauses);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.CPU);
    assertThat(nanos(shares, Cause.BLOCKING_IO)).isCloseTo(80 * MS, ROUNDED);
  }

  @Test
  void sharesAddUpToAllOfTheTime() {
    pauses.add(new Pause(Pause.Cause.GC, 10 * MS, 43 * MS, "G1"));
    List<Share> shares =
        CauseShares.of(
            0,
            333 * MS,
            new Reading(12 * MS, 0, 0, 0),
            List.of(
                used(50, 3, 1, 'R'),
                observation(new Reading(77 * MS, 20 * MS, 2 * MS, 0), Samples.sleeping(1), UNSEEN),
                used(200, 55, 9, 'R')),
            NONE,
            pauses);
    assertThat(shares).hasSizeGreaterThan(3);
    assertThat(shares.stream().mapToLong(Share::nanos).sum()).isEqualTo(333 * MS);
  }

  @Test
  void aThreadThatWasWokenAndWaitsForAProcessorIsStarvedThoughItLooksLikeWaiting() {
    assertThat(measured(50, 10, woken(50, 0)))
        .extracting(Share::cause)
        .containsExactly(Cause.STARVED);
  }

  @Test
  void aWaitForAProcessorThatWasCountedLateBeganBeforeTheSample() {
    Reading after = new Reading(67 * MS, 0, 60 * MS, 0);
    List<Share> shares = CauseShares.of(0, 66 * MS, NONE, List.of(woken(50, 0)), after, pauses);
    assertThat(nanos(shares, Cause.STARVED)).isBetween(57 * MS, 60 * MS);
    assertThat(nanos(shares, Cause.SLEEP)).isBetween(6 * MS, 9 * MS);
  }

  @Test
  void aSleepThatWasSeenAtItsEndIsASleep() {
    Reading after = new Reading(52 * MS, 0, 1 * MS, 0);
    List<Share> shares = CauseShares.of(0, 52 * MS, NONE, List.of(woken(51, 0)), after, pauses);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.SLEEP);
    assertThat(nanos(shares, Cause.STARVED)).isLessThan(2 * MS);
  }

  @Test
  void aReadingThatCameLateTellsOnlyWhatMustHaveBeenBefore() {
    Reading after = new Reading(160 * MS, 0, 120 * MS, 0);
    List<Share> shares = CauseShares.of(0, 100 * MS, NONE, List.of(woken(50, 0)), after, pauses);
    assertThat(nanos(shares, Cause.STARVED)).isCloseTo(60 * MS, ROUNDED);
  }

  @Test
  void aRunThatWasNotSampledIsStarvedAsFarAsItWasMeasured() {
    List<Share> shares =
        CauseShares.of(
            0,
            60 * MS,
            new Reading(13 * MS, 0, 0, 0),
            List.of(),
            new Reading(63 * MS, 5 * MS, 40 * MS, 0),
            pauses);
    assertThat(nanos(shares, Cause.STARVED)).isCloseTo(48 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(6 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.UNKNOWN)).isCloseTo(6 * MS, ROUNDED);
  }

  @Test
  void aConcludedPauseGivesWayToWhatWasMeasuredOfTheThread() {
    pauses.add(new Pause(Pause.Cause.SAFEPOINT, 50 * MS, 148 * MS, "about"));
    List<Share> shares =
        CauseShares.of(
            0,
            160 * MS,
            new Reading(10 * MS, 0, 0, 0),
            List.of(used(160, 10, 110, 'R')),
            NONE,
            pauses);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.STARVED);
    assertThat(nanos(shares, Cause.SAFEPOINT)).isBetween(20 * MS, 40 * MS);
    assertThat(shares.stream().mapToLong(Share::nanos).sum()).isEqualTo(160 * MS);
  }

  @Test
  void whatWasMeasuredAfterAPauseSaysNothingAboutThePause() {
    pauses.add(new Pause(Pause.Cause.FROZEN, 0, 203 * MS, "held by a debugger"));
    List<Share> shares =
        CauseShares.of(
            0,
            205 * MS,
            NONE,
            List.of(used(201, 1, 0, 'R')),
            new Reading(205 * MS, 5 * MS, 0, 0),
            pauses);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.FROZEN);
    assertThat(shares.get(0).nanos()).isGreaterThan(200 * MS);
  }

  @Test
  void withoutCpuTimesNothingIsClaimed() {
    List<Share> shares = shares(100, seen(60, Samples.running(-1)));
    assertThat(shares).extracting(Share::cause).containsExactly(Cause.UNKNOWN);
  }

  @Test
  void measuredPausesComeFirstAndTheRestIsShared() {
    pauses.add(new Pause(Pause.Cause.GC, 10 * MS, 40 * MS, "G1"));
    List<Share> shares = shares(100, seen(60, Samples.sleeping(1)));
    assertThat(nanos(shares, Cause.GC)).isEqualTo(30 * MS);
    assertThat(nanos(shares, Cause.SLEEP)).isCloseTo(70 * MS, ROUNDED);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.SLEEP);
  }

  @Test
  void withoutSamplesTheTimeIsUnknownAndSaysWhy() {
    List<Share> shares = shares(100);
    assertThat(shares)
        .containsExactly(
            new Share(Cause.UNKNOWN, 100 * MS, "the run ended before it could be sampled"));
  }

  private List<Share> shares(long endMillis, Observation... observations) {
    return CauseShares.of(0, endMillis * MS, NONE, List.of(observations), NONE, pauses);
  }

  private List<Share> measured(long endMillis, long fromMillis, Observation... observations) {
    Reading before = new Reading(fromMillis * MS, 0, 0, 0);
    return CauseShares.of(0, endMillis * MS, before, List.of(observations), NONE, pauses);
  }

  /** Running code that had used so much by then. */
  private Observation used(long atMillis, long cpuMillis, long queueMillis, char state) {
    return observation(
        new Reading(atMillis * MS, cpuMillis * MS, queueMillis * MS, 0),
        Samples.running(cpuMillis * MS),
        state == '?' ? UNSEEN : new SystemView(state, "", CallKind.NONE, ""));
  }

  /** A thread that has slept, was woken, and waits for a processor. */
  private Observation woken(long atMillis, long queueMillis) {
    return observation(
        new Reading(atMillis * MS, 0, queueMillis * MS, 0),
        Samples.sleeping(1),
        new SystemView('R', "", CallKind.NONE, ""));
  }

  private Observation seen(long atMillis, ThreadSample sample) {
    return observation(new Reading(atMillis * MS, sample.cpuNanos(), -1, -1), sample, UNSEEN);
  }

  private Observation observation(Reading reading, ThreadSample sample, SystemView view) {
    return new Observation(reading, sample, view, book.stack(sample.frames()));
  }

  private static Share share(List<Share> shares, Cause cause) {
    return shares.stream().filter(s -> s.cause() == cause).findFirst().orElseThrow();
  }

  private static long nanos(List<Share> shares, Cause cause) {
    return shares.stream().filter(s -> s.cause() == cause).mapToLong(Share::nanos).sum();
  }
}
