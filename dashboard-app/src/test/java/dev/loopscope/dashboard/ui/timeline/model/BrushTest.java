package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.model.Brush.Part;
import org.junit.jupiter.api.Test;

class BrushTest {

  private final TimeScale overview = new TimeScale(new TimeSpan(0, 10_000), 1_000);
  private final TimeSpan visible = new TimeSpan(2_000, 4_000);

  private TimeSpan dragged(double from, double to) {
    return new Brush(overview, visible, from).draggedTo(to);
  }

  @Test
  void theMiddleMovesIt() {
    assertThat(dragged(300, 350)).isEqualTo(new TimeSpan(2_500, 4_500));
  }

  @Test
  void anEdgeChangesItsLength() {
    assertThat(dragged(201, 151)).isEqualTo(new TimeSpan(1_500, 4_000));
    assertThat(dragged(398, 498)).isEqualTo(new TimeSpan(2_000, 5_000));
  }

  @Test
  void anEdgeDraggedAcrossTheOtherTurnsItRound() {
    assertThat(dragged(200, 600)).isEqualTo(new TimeSpan(4_000, 6_000));
  }

  @Test
  void aDragBesideItMakesANewOne() {
    assertThat(dragged(800, 700)).isEqualTo(new TimeSpan(7_000, 8_000));
  }

  @Test
  void evenATinyBrushHasAMiddle() {
    assertThat(Brush.partAt(overview, new TimeSpan(5_000, 5_100), 505)).isEqualTo(Part.MIDDLE);
  }
}
