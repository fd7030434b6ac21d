package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CauseSharesTest {

  private static final long MS = 1_000_000;
  private static final Offset<Long> ROUNDED = within(2L);

  private final PauseLog pauses = new PauseLog();
  private final StackBook book = new StackBook();

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
    List<Share> shares =
        CauseShares.of(
            0, 100 * MS, 10 * MS, 0, List.of(seen(60, Samples.running(50 * MS))), pauses);
    assertThat(shares.get(0).cause()).isEqualTo(Cause.CPU);
    assertThat(shares.get(0).nanos()).isCloseTo(100 * MS, ROUNDED);
    assertThat(shares.get(0).evidence()).contains("ChatHandler.compute", "100 % on a CPU");
  }

  @Test
  void codeThatWasReadyButDidNotRunIsNotCalledCpu() {
    List<Share> shares =
        CauseShares.of(
            0, 100 * MS, 10 * MS, 0, List.of(seen(60, Samples.running(10 * MS))), pauses);
    assertThat(nanos(shares, Cause.CPU)).isCloseTo(20 * MS, ROUNDED);
    assertThat(nanos(shares, Cause.UNKNOWN)).isCloseTo(80 * MS, ROUNDED);
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
    return CauseShares.of(0, endMillis * MS, 0, -1, List.of(observations), pauses);
  }

  private Observation seen(long atMillis, ThreadSample sample) {
    return new Observation(atMillis * MS, sample, book.stack(sample.frames()));
  }

  private static long nanos(List<Share> shares, Cause cause) {
    return shares.stream().filter(s -> s.cause() == cause).mapToLong(Share::nanos).sum();
  }
}
