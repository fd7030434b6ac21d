package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private final Pace pace = new Pace();

  @Test
  void anIdleProcessIsLookedAtRarely() {
    pace.begin();
    pace.saw(0, 16_384, 40_000_000);
    assertThat(pace.sleepNanos()).isEqualTo(Pace.SLOWEST_NANOS);
  }

  @Test
  void aBurstAfterALittleWorkFindsRoomUntilTheNextPass() {
    pace.begin();
    pace.saw(1, 16_384, 40_000_000);
    long runsMeanwhile = pace.sleepNanos() / 1_000; // a million a second
    assertThat(runsMeanwhile).isLessThan(16_384);
  }

  @Test
  void aRingThatFillsFastIsReadBeforeItIsHalfFull() {
    pace.begin();
    pace.saw(16_000, 16_384, 16_000_000); // a million a second
    assertThat(pace.sleepNanos()).isBetween(Pace.FASTEST_NANOS, 16_384_000L / 2);
  }

  @Test
  void theFastestRingDecides() {
    pace.begin();
    pace.saw(16_000, 16_384, 16_000_000);
    long alone = pace.sleepNanos();
    pace.saw(10, 16_384, 16_000_000);
    assertThat(pace.sleepNanos()).isEqualTo(alone);
  }
}
