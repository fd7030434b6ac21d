package dev.loopscope.dashboard.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.Viewport.Mode;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a user does with mouse and keys on the timeline, and what is on screen then. */
class TimelineJourneyTest {

  private static final long MILLI = ChatScene.MILLI;
  private static final TimeSpan AROUND_BLOCK =
      new TimeSpan(ChatScene.BLOCKED_FROM - 100 * MILLI, ChatScene.BLOCKED_FROM + 500 * MILLI);

  /** The lane of the loop that blocks: second of the second group. */
  private static final double BLOCKED_Y = 24 + 26 + 24 + 26 + 13;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  /** Runs {@code journey} on the FX thread, around the run that blocks. */
  private static void around(Consumer<TimelineStage> journey) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          ChatScene chat = new ChatScene();
          TimelineStage shown = new TimelineStage(chat.trace(), chat.alerts(), false, false);
          shown.model().viewport().show(AROUND_BLOCK);
          shown.settle();
          journey.accept(shown);
        });
  }

  private static Gestures at(TimelineStage shown, String id) {
    Node node = shown.view().lookup(id);
    assertThat(node).as(id).isNotNull();
    return new Gestures(node);
  }

  private static double x(TimelineStage shown, long nanos) {
    return shown.model().viewport().scale().x(nanos);
  }

  @Test
  void wheelZoomKeepsTheTimeUnderThePointer() {
    around(
        shown -> {
          long about = shown.model().viewport().scale().time(400);
          at(shown, "#timeline-lanes").wheel(400, BLOCKED_Y, 3, Set.of());
          TimeScale after = shown.model().viewport().scale();
          assertThat(after.span().lengthNanos()).isLessThan(AROUND_BLOCK.lengthNanos());
          assertThat(after.x(about)).isCloseTo(400, within(0.5));
        });
  }

  @Test
  void shiftWheelAndDragPan() {
    around(
        shown -> {
          at(shown, "#timeline-lanes").wheel(400, 50, 1, Set.of(KeyCode.SHIFT));
          TimeSpan wheeled = shown.model().viewport().span();
          assertThat(wheeled.fromNanos()).isLessThan(AROUND_BLOCK.fromNanos());
          at(shown, "#timeline-lanes").drag(400, 50, 300, 50, false);
          assertThat(shown.model().viewport().span().fromNanos())
              .isGreaterThan(wheeled.fromNanos());
        });
  }

  @Test
  void clickSelectsARunAndDoubleClickZoomsToIt() {
    around(
        shown -> {
          double middle = x(shown, ChatScene.BLOCKED_FROM + 170 * MILLI);
          at(shown, "#timeline-lanes").click(middle, BLOCKED_Y);
          assertThat(shown.model().selection().selected())
              .isInstanceOfSatisfying(
                  Selected.OfRun.class,
                  of -> assertThat(of.run().id()).isEqualTo(ChatScene.BLOCKED_ID));
          at(shown, "#timeline-lanes").doubleClick(middle, BLOCKED_Y);
          assertThat(shown.model().viewport().span().lengthNanos()).isEqualTo(510 * MILLI);
        });
  }

  @Test
  void theCardSaysWhatIsUnderThePointer() {
    around(
        shown -> {
          at(shown, "#timeline-lanes")
              .move(x(shown, ChatScene.BLOCKED_FROM + 200 * MILLI), BLOCKED_Y);
          shown.settle();
          assertThat(shown.view().hoverLines())
              .contains("ChatHandler", "task, done", "waited 30 ms in the queue")
              .anyMatch(line -> line.contains("ran 340 ms"));
          shown.save("hover-light");
        });
  }

  @Test
  void bracketsFollowTheFlow() {
    around(
        shown -> {
          at(shown, "#timeline-lanes")
              .click(x(shown, ChatScene.BLOCKED_FROM + 170 * MILLI), BLOCKED_Y);
          shown.settle();
          at(shown, "#timeline").press(KeyCode.OPEN_BRACKET);
          assertSelected(shown, ChatScene.PARENT_ID);
          shown.settle();
          at(shown, "#timeline").press(KeyCode.CLOSE_BRACKET);
          shown.settle();
          at(shown, "#timeline").press(KeyCode.CLOSE_BRACKET);
          assertSelected(shown, ChatScene.CHILD_ID);
        });
  }

  private static void assertSelected(TimelineStage shown, long id) {
    assertThat(shown.model().selection().selected())
        .isInstanceOfSatisfying(
            Selected.OfRun.class, of -> assertThat(of.run().id()).isEqualTo(id));
  }

  @Test
  void draggingOnTheRulerMarksOffARangeAndFFitsIt() {
    around(
        shown -> {
          at(shown, "#timeline-ruler").drag(200, 10, 500, 10, false);
          TimeSpan range = shown.model().range();
          assertThat(range).isNotNull();
          shown.save("range-light");
          at(shown, "#timeline").press(KeyCode.F);
          assertThat(shown.model().viewport().span()).isEqualTo(range);
          at(shown, "#timeline").press(KeyCode.ESCAPE);
          assertThat(shown.model().range()).isNull();
        });
  }

  @Test
  void keysZoomPanFollowAndGoBack() {
    around(
        shown -> {
          Gestures keys = at(shown, "#timeline");
          keys.press(KeyCode.W);
          assertThat(shown.model().viewport().span().lengthNanos()).isEqualTo(400 * MILLI);
          keys.press(KeyCode.Z, true);
          assertThat(shown.model().viewport().span()).isEqualTo(AROUND_BLOCK);
          keys.press(KeyCode.D);
          assertThat(shown.model().viewport().span().fromNanos())
              .isEqualTo(AROUND_BLOCK.fromNanos() + 120 * MILLI);
          keys.press(KeyCode.END);
          assertThat(shown.model().viewport().isFollowing()).isTrue();
          keys.press(KeyCode.SPACE);
          assertThat(shown.model().viewport().mode()).isEqualTo(Mode.FREE);
        });
  }

  @Test
  void markingPutsAFlagOnTheRuler() {
    around(
        shown -> {
          at(shown, "#timeline").press(KeyCode.M);
          assertThat(shown.model().marks().moments()).hasSize(1);
          int flag = colour(shown, "#timeline-ruler", shownWidth(shown) / 2 - 5, 3);
          assertThat(flag).isEqualTo(Palette.LIGHT.accent());
        });
  }

  private static double shownWidth(TimelineStage shown) {
    return shown.model().viewport().scale().width();
  }

  @Test
  void theBrushMovesWhatIsInSight() {
    around(
        shown -> {
          double middle = 1280 * (ChatScene.BLOCKED_FROM + 200 * MILLI - ChatScene.START) / 12e9;
          at(shown, "#timeline-overview").drag(middle, 30, middle + 320, 30, false);
          assertThat(shown.model().viewport().span())
              .isEqualTo(
                  new TimeSpan(
                      AROUND_BLOCK.fromNanos() + 3_000 * MILLI,
                      AROUND_BLOCK.toNanos() + 3_000 * MILLI));
        });
  }

  @Test
  void aBlockedRunIsOnScreenInItsColourAndItsStripes() {
    around(
        shown -> {
          Set<Integer> seen = new HashSet<>();
          for (int i = 0; i < 40; i++) {
            double at = x(shown, ChatScene.BLOCKED_FROM + 280 * MILLI) + i;
            seen.add(colour(shown, "#timeline-lanes", at, BLOCKED_Y));
          }
          assertThat(seen).hasSize(2).contains(Palette.LIGHT.blocked());
        });
  }

  private static int colour(TimelineStage shown, String id, double x, double y) {
    Node node = shown.view().lookup(id);
    PixelReader reader = shown.picture().getPixelReader();
    return reader.getArgb(
        (int) Math.round(node.getBoundsInParent().getMinX() + x),
        (int) Math.round(node.getBoundsInParent().getMinY() + y));
  }

  @Test
  void nothingIsDrawnWhenNothingChanged() {
    around(
        shown -> {
          long before = shown.view().frames();
          shown.settle();
          assertThat(shown.view().frames()).isEqualTo(before);
          at(shown, "#timeline-lanes").move(10, 10);
          shown.settle();
          assertThat(shown.view().frames()).as("pointer moves").isEqualTo(before);
          shown.model().viewport().pan(MILLI);
          shown.settle();
          assertThat(shown.view().frames()).as("pan").isEqualTo(before + 1);
        });
  }

  @Test
  void foldingAGroupHidesItsLanes() {
    around(
        shown -> {
          assertThat(shown.view().headerTexts()).contains("nioEventLoopGroup-3-2");
          at(shown, "#timeline-headers").click(20, 24 + 26 + 10);
          shown.settle();
          assertThat(shown.view().headerTexts()).doesNotContain("nioEventLoopGroup-3-2");
          shown.save("folded-light");
        });
  }

  @Test
  void searchFadesOtherRuns() {
    around(
        shown -> {
          shown.model().search().setQuery("broadcast");
          shown.save("search-light");
          double at = x(shown, ChatScene.BLOCKED_FROM + 280 * MILLI);
          assertThat(colour(shown, "#timeline-lanes", at + 4, BLOCKED_Y - 8))
              .isNotEqualTo(Palette.LIGHT.blocked());
        });
  }
}
