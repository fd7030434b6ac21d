package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Selected;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The way of a task, one run a line, the task itself last; a click goes to a run. */
public final class TaskPathView extends VBox {

  private static final int INDENT = 14;
  private static final int MAX_INDENTS = 6;

  /**
   * Shows a way.
   *
   * @param chosen goes to a run
   */
  public TaskPathView(TaskPath path, Consumer<Selected> chosen) {
    setSpacing(2);
    setId("task-path");
    Label origin = Controls.label(path.origin(), "muted");
    origin.setWrapText(true);
    origin.setMinHeight(USE_PREF_SIZE);
    getChildren().add(origin);
    int depth = 0;
    for (TaskPath.Step step : path.steps()) {
      boolean last = depth == path.steps().size() - 1;
      getChildren().add(line(step, Math.min(depth, MAX_INDENTS), last, chosen));
      depth++;
    }
  }

  private static HBox line(TaskPath.Step step, int depth, boolean last, Consumer<Selected> chosen) {
    Hyperlink name = new Hyperlink(step.name());
    name.setPadding(Insets.EMPTY);
    name.setMinWidth(USE_PREF_SIZE);
    name.setOnAction(event -> chosen.accept(step.target()));
    if (last) {
      name.getStyleClass().add("strong");
    }
    Label facts = Controls.label(facts(step, last), "muted");
    facts.setMinWidth(0);
    HBox line =
        Controls.row(
            "path-line",
            Controls.icon(
                depth == 0
                    ? MaterialDesignS.SOURCE_COMMIT_START
                    : MaterialDesignA.ARROW_RIGHT_BOTTOM,
                last ? "danger" : "muted"),
            name,
            facts);
    line.setPadding(new Insets(0, 0, 0, depth * (double) INDENT));
    return line;
  }

  private static String facts(TaskPath.Step step, boolean last) {
    String waited =
        step.waitedNanos() < 0 ? "" : "waited " + Format.duration(step.waitedNanos()) + ", ";
    String ran =
        step.ranNanos() < 0
            ? (last ? "still runs" : "ran")
            : "ran " + Format.duration(step.ranNanos());
    return waited + ran + " on " + step.loop();
  }
}
