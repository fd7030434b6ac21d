package dev.loopscope.dashboard.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.model.LaneHit;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel;
import dev.loopscope.dashboard.ui.timeline.model.LaneTree.Source;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the timeline says in its typical views; each is left as a picture under target. */
class TimelinePicturesTest {

  private static final long MILLI = ChatScene.MILLI;
  private static final TimeSpan AROUND_BLOCK =
      new TimeSpan(ChatScene.BLOCKED_FROM - 100 * MILLI, ChatScene.BLOCKED_FROM + 500 * MILLI);

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, action);
  }

  @Test
  void wholeSessionShowsBlockedRunsPausesAndLostRunsInWords() {
    for (boolean dark : new boolean[] {false, true}) {
      onFx(
          () -> {
            TimelineStage shown = chat(dark);
            shown.save(dark ? "whole-dark" : "whole-light");
            assertThat(texts(shown))
                .contains("GC 123 ms", "lost 1,234 runs")
                .anyMatch(text -> text.startsWith("BLOCKED 340 ms"));
          });
    }
  }

  @Test
  void zoomedInTheBlockedRunNamesItsCulprit() {
    onFx(
        () -> {
          TimelineStage shown = chat(false);
          shown.model().viewport().show(AROUND_BLOCK);
          shown
              .model()
              .selection()
              .select(LaneHit.at(shown.model().trace(), 3, ChatScene.BLOCKED_FROM + MILLI, 1));
          shown.save("block-light");
          assertThat(texts(shown)).contains("BLOCKED 340 ms · Thread.sleep · ChatHandler:42");
        });
  }

  @Test
  void flowsHaveRowsOfTheirOwn() {
    onFx(
        () -> {
          TimelineStage shown = chat(true);
          shown.model().viewport().show(AROUND_BLOCK);
          shown.model().lanes().show(Source.FLOWS);
          shown.save("flows-dark");
          assertThat(shown.view().headerTexts()).contains("BroadcastTask", "510 ms");
        });
  }

  @Test
  void anEmptyTimelineSaysWhatItWaitsFor() {
    onFx(
        () -> {
          TimelineStage shown = new TimelineStage(new FakeTrace(), new FakeAlerts(), true, false);
          shown.save("empty-light");
          assertThat(shown.view().lookup("#timeline-notice").isVisible()).isTrue();
        });
  }

  private TimelineStage chat(boolean dark) {
    ChatScene chat = new ChatScene();
    return new TimelineStage(chat.trace(), chat.alerts(), false, dark);
  }

  private static List<String> texts(TimelineStage shown) {
    return shown.view().labels().stream().map(LaneLabel::text).toList();
  }
}
