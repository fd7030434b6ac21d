package dev.loopscope.dashboard.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabels;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.ui.timeline.raster.PixelArea;
import dev.loopscope.protocol.Pause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A frame of the lanes, pixel by pixel, without a toolkit. */
class LanesFrameTest {

  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 300;
  private static final long MILLI = ChatScene.MILLI;

  private final ChatScene chat = new ChatScene();
  private final TimelineModel model =
      new TimelineModel(chat.trace(), chat.alerts(), new Selection(), false, () -> 0);
  private final LaneLabels labels = new LaneLabels(text -> text.length() * 6.0);

  LanesFrameTest() {
    model.pull();
  }

  private PixelArea draw(TimeSpan span, int density) {
    PixelArea area = new PixelArea(WIDTH * density, HEIGHT * density);
    TimeScale scale = new TimeScale(span, WIDTH);
    new LanesFrame(model).render(area, density, scale, Palette.LIGHT, labels);
    return area;
  }

  private static TimeSpan second(double from, double to) {
    return new TimeSpan(
        ChatScene.START + (long) (from * ChatScene.SECOND),
        ChatScene.START + (long) (to * ChatScene.SECOND));
  }

  private List<String> texts() {
    return labels.labels().stream().map(LaneLabel::text).toList();
  }

  private static Set<Integer> colours(PixelArea area, int x0, int x1, int y) {
    Set<Integer> seen = new HashSet<>();
    for (int x = x0; x < x1; x++) {
      seen.add(area.get(x, y));
    }
    return seen;
  }

  @Test
  void aJvmPauseIsAHatchedBandOverAllLanes() {
    PixelArea area = draw(second(2.5, 2.6), 1);
    int idleLane = 24 + 13;
    assertThat(colours(area, 100, 200, idleLane)).hasSize(2);
    assertThat(colours(area, 100, 200, idleLane)).doesNotContain(Palette.LIGHT.background());
    assertThat(texts()).contains("GC 123 ms");
  }

  @Test
  void pausesThatShareAPixelAreDrawnOnceAndTheLongestIsNamed() {
    int idleLane = 24 + 13;
    long at = ChatScene.START + 2_800 * MILLI;
    chat.trace().pause(new Pause(Pause.Cause.GC, at, at + 1_000, ""));
    Set<Integer> once = colours(draw(second(2, 3), 1), 800, 801, idleLane);

    for (int i = 1; i < 50; i++) {
      long from = at + i * 10_000L;
      chat.trace().pause(new Pause(Pause.Cause.GC, from, from + 1_000L * i, ""));
    }

    assertThat(colours(draw(second(2, 3), 1), 800, 801, idleLane)).isEqualTo(once);
    assertThat(texts()).contains("GC 49 µs and 49 more");
  }

  @Test
  void lostRunsAreHatchedOnTheirLaneAndCounted() {
    PixelArea area = draw(second(9.1, 9.3), 1);
    int idleLane = 24 + 13;
    assertThat(colours(area, 0, 900, idleLane)).hasSize(1);
    assertThat(texts()).contains("lost 1,234 runs");
  }

  @Test
  void timeThatWasNotWatchedIsShaded() {
    PixelArea area = draw(second(-1, 1), 1);
    int idleLane = 24 + 13;
    assertThat(area.get(100, idleLane)).isNotEqualTo(area.get(900, idleLane));
    assertThat(colours(area, 0, 499, idleLane)).hasSize(1);
  }

  @Test
  void twiceThePixelsShowTheSameThingsAtTheSamePlaces() {
    TimeSpan span = second(3.9, 4.5);
    PixelArea once = draw(span, 1);
    List<LaneLabel> before = labels.labels();
    PixelArea twice = draw(span, 2);
    assertThat(labels.labels()).isEqualTo(before);
    int blockedLane = 24 + 26 + 24 + 26 + 13;
    int inBlock = 400;
    Set<Integer> pixels = colours(once, inBlock, inBlock + 40, blockedLane);
    assertThat(colours(twice, 2 * inBlock, 2 * inBlock + 80, 2 * blockedLane)).isEqualTo(pixels);
  }

  @Test
  void aRunThatStillLastsGrowsWithTheSession() {
    TimeSpan span = second(11, 13);
    draw(span, 1);
    assertThat(texts()).anyMatch(text -> text.startsWith("BLOCKED 700 ms"));
    chat.trace().extent(ChatScene.START, ChatScene.END + 300 * MILLI);
    draw(span, 1);
    assertThat(texts()).anyMatch(text -> text.startsWith("BLOCKED 1 s"));
  }

  @Test
  void aFoldedGroupShowsItsBlockedRunInItsHeader() {
    for (LaneRow row : model.lanes().layout().rows()) {
      if (row instanceof LaneRow.GroupRow group && group.title().equals("nioEventLoopGroup-3")) {
        model.lanes().toggle(group.key());
      }
    }
    PixelArea area = draw(second(3.9, 4.5), 1);
    assertThat(colours(area, 300, 340, 24 + 26 + 12)).contains(Palette.LIGHT.blocked());
  }
}
