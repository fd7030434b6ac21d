package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Says in the middle of the lanes why there are none, or what could not be computed. */
final class TimelineNotice extends StackPane {

  private String shown = "";

  TimelineNotice() {
    setId("timeline-notice");
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Shows {@code problem} if there is one, else why the timeline is empty, else nothing. */
  void show(TimelineModel model, String problem) {
    String[] hint = TimelineHint.of(model);
    String wanted = problem.isEmpty() ? String.join("\n", hint) : problem;
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    setVisible(!wanted.isEmpty());
    getChildren().clear();
    if (!problem.isEmpty()) {
      getChildren()
          .add(
              new EmptyState(
                  MaterialDesignA.ALERT_OUTLINE,
                  "Part of the timeline could not be computed",
                  problem));
    } else if (hint.length > 0) {
      getChildren().add(new EmptyState(MaterialDesignT.TIMER_SAND, hint[0], hint[1]));
    }
  }
}
