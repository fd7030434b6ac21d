package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.store.TimeSpan;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

  private static final long FAR = 900_000_000_000_000_000L;

  @Test
  void pixelsAndTimesAreInverseEvenFarFromZero() {
    TimeScale scale = new TimeScale(new TimeSpan(FAR, FAR + 1_000), 500);
    for (double x = 0; x <= 500; x += 0.5) {
      assertThat(scale.x(scale.time(x))).isEqualTo(x);
    }
  }

  @Test
  void edgesOfTheSpanAreEdgesOfTheWidth() {
    TimeScale scale = new TimeScale(new TimeSpan(FAR, FAR + 3_600_000_000_000L), 1280);
    assertThat(scale.x(FAR)).isZero();
    assertThat(scale.x(FAR + 3_600_000_000_000L)).isEqualTo(1280);
  }

  @Test
  void anEmptySpanIsRefused() {
    assertThatThrownBy(() -> new TimeScale(TimeSpan.EMPTY, 100))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
