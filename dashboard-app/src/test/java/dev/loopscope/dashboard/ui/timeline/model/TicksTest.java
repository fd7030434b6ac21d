package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.model.Ticks.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long ORIGIN = 123_456_789_123L;

  private static List<Tick> ticks(long from, long length) {
    TimeScale scale = new TimeScale(new TimeSpan(ORIGIN + from, ORIGIN + from + length), 1_000);
    return Ticks.of(scale, ORIGIN, 100);
  }

  private static List<String> labels(long from, long length) {
    return ticks(from, length).stream().filter(Tick::isMajor).map(Tick::label).toList();
  }

  @Test
  void stepsAreRound() {
    assertThat(Ticks.step(1)).isEqualTo(1);
    assertThat(Ticks.step(3)).isEqualTo(5);
    assertThat(Ticks.step(11 * MILLI)).isEqualTo(20 * MILLI);
    assertThat(Ticks.step(11 * SECOND)).isEqualTo(15 * SECOND);
    assertThat(Ticks.step(40 * SECOND)).isEqualTo(60 * SECOND);
    assertThat(Ticks.step(5_000 * SECOND)).isEqualTo(7_200 * SECOND);
  }

  @Test
  void labelsCountFromTheStartOfTheSession() {
    assertThat(labels(0, 10 * SECOND)).startsWith("+0 s", "+1 s", "+2 s").endsWith("+10 s");
  }

  @Test
  void labelsHaveTheDigitsTheZoomNeeds() {
    assertThat(labels(12_345 * MILLI, 10 * MILLI)).startsWith("+12.345 s", "+12.346 s");
  }

  @Test
  void labelsNeverComeCloserThanAsked() {
    for (long length = 1_000; length < 1_000 * SECOND; length = length * 3 / 2) {
      List<Tick> major = ticks(0, length).stream().filter(Tick::isMajor).toList();
      TimeScale scale = new TimeScale(new TimeSpan(ORIGIN, ORIGIN + length), 1_000);
      for (int i = 1; i < major.size(); i++) {
        double gap = scale.x(major.get(i).nanos()) - scale.x(major.get(i - 1).nanos());
        assertThat(gap).as("at %d ns", length).isGreaterThanOrEqualTo(99.9);
      }
    }
  }

  @Test
  void beforeTheStartLabelsAreNegative() {
    assertThat(labels(-2 * SECOND, 10 * SECOND)).startsWith("−2 s", "−1 s", "+0 s");
  }

  @Test
  void fromAMinuteOnLabelsReadLikeAClock() {
    assertThat(TickLabel.of(125_300 * MILLI, 100 * MILLI)).isEqualTo("+2:05.3");
    assertThat(TickLabel.of(3_600 * SECOND, SECOND)).isEqualTo("+60:00");
  }

  @Test
  void decimalsComeInGroupsOfThree() {
    assertThat(TickLabel.of(1_234_567_890L, 1_000)).isEqualTo("+1.234\u2009567 s");
  }
}
