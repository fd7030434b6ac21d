package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayExplanation.TypeShare;
import dev.loopscope.dashboard.analysis.verdict.DelayWords;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.ShareBar;
import dev.loopscope.dashboard.words.CodeNames;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** What filled the time for which something waited: a bar for each type of task, and the rest. */
public final class DelayView extends VBox {

  private static final int MAX_TYPES = 8;
  private static final double BAR_WIDTH = 90;

  private final GridPane grid = new GridPane(10, 5);
  private final DelayExplanation why;
  private int row;

  public DelayView(DelayExplanation why) {
    this.why = why;
    setId("delay");
    setSpacing(6);
    Label sentence = Controls.label(capitalised(DelayWords.waited(why)) + ".", "strong");
    sentence.setId("delay-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setMinWidth(0);
    grid.getColumnConstraints().add(names);
    long others = 0;
    long otherRuns = 0;
    int shown = 0;
    for (TypeShare type : why.types()) {
      if (shown++ < MAX_TYPES) {
        String name = type.type() == 0 ? "tasks of unknown type" : CodeNames.type(type.typeName());
        addLine(name, Format.plural(type.runs(), "run", "runs"), type.nanos());
      } else {
        others += type.nanos();
        otherRuns += type.runs();
      }
    }
    if (shown > MAX_TYPES) {
      addLine("other types", Format.plural(otherRuns, "run", "runs"), others);
    }
    addIfAny("I/O phases", why.ioNanos());
    addIfAny("the JVM stood still", why.pausedNanos());
    addIfAny("nothing known ran", why.restNanos());
    getChildren().addAll(sentence, grid);
    if (!why.exact()) {
      Label note =
          Controls.label(
              "Merged runs lie only partly in this time: their part is an estimate.", "muted");
      note.setWrapText(true);
      getChildren().add(note);
    }
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private void addIfAny(String name, long nanos) {
    if (nanos > 0) {
      addLine(name, "", nanos);
    }
  }

  private void addLine(String name, String count, long nanos) {
    double share = why.share(nanos);
    Label label = Controls.label(name);
    label.setMinWidth(0);
    Controls.explain(label, name);
    grid.getRowConstraints().add(new RowConstraints());
    grid.addRow(
        row++,
        label,
        whole(Controls.label(count, "muted")),
        new ShareBar(share, BAR_WIDTH, false),
        whole(Controls.label(Format.percent(share) + " · " + Format.duration(nanos))));
  }

  private static Label whole(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
