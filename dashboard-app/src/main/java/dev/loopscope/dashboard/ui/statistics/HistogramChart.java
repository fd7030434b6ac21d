package dev.loopscope.dashboard.ui.statistics;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.protocol.LogHistogram;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** How often each duration occurred: bars over a logarithmic axis of time. */
final class HistogramChart extends VBox {

  private static final int BUCKETS_PER_BAR = 4;
  private static final double BASELINE = 18;
  private static final double MIN_BAR = 2;
  private static final double LABEL_ROOM = 64;

  private final Label title = Controls.label("", "strong");
  private final Pane plot = new Pane();
  private LogHistogram histogram = new LogHistogram();

  HistogramChart() {
    setAlignment(Pos.TOP_LEFT);
    setSpacing(8);
    getStyleClass().add("details-body");
    plot.setMinSize(0, 60);
    VBox.setVgrow(plot, Priority.ALWAYS);
    plot.widthProperty().addListener(change -> draw());
    plot.heightProperty().addListener(change -> draw());
    getChildren().addAll(title, plot);
  }

  void show(String what, LogHistogram values) {
    title.setText(what);
    histogram = values;
    plot.setAccessibleText(
        what
            + ", median "
            + Format.duration(values.percentile(0.5))
            + ", 99th percentile "
            + Format.duration(values.percentile(0.99)));
    draw();
  }

  private void draw() {
    plot.getChildren().clear();
    int first = firstBar();
    int last = lastBar();
    if (first > last || plot.getWidth() <= 0) {
      plot.getChildren().add(Controls.label("No single runs in sight.", "muted"));
      return;
    }
    double step = plot.getWidth() / Math.max(8, last - first + 1);
    double height = plot.getHeight() - BASELINE;
    long most = 1;
    for (int bar = first; bar <= last; bar++) {
      most = Math.max(most, count(bar));
    }
    double labelledTo = 0;
    for (int bar = first; bar <= last; bar++) {
      double x = (bar - first) * step;
      addBar(x, step, height, (double) count(bar) / most, count(bar) > 0);
      if (x >= labelledTo && x + LABEL_ROOM <= plot.getWidth()) {
        Label label =
            Controls.label(Format.duration(LogHistogram.lowest(bar * BUCKETS_PER_BAR)), "tab-note");
        label.relocate(x, height + 2);
        plot.getChildren().add(label);
        labelledTo = x + LABEL_ROOM;
      }
    }
  }

  /** Anything at all gets a bar that can be seen. */
  private void addBar(double x, double step, double height, double share, boolean some) {
    double length = some ? Math.max(MIN_BAR, share * height) : 0;
    Rectangle bar = new Rectangle(x, height - length, Math.max(1, step - 1), length);
    bar.getStyleClass().add("histogram-bar");
    plot.getChildren().add(bar);
  }

  private long count(int bar) {
    long count = 0;
    for (int i = 0; i < BUCKETS_PER_BAR; i++) {
      count += histogram.count(bar * BUCKETS_PER_BAR + i);
    }
    return count;
  }

  private int firstBar() {
    int bar = 0;
    while (bar <= histogram.length() / BUCKETS_PER_BAR && count(bar) == 0) {
      bar++;
    }
    return bar;
  }

  private int lastBar() {
    int bar = histogram.length() / BUCKETS_PER_BAR;
    while (bar >= 0 && count(bar) == 0) {
      bar--;
    }
    return bar;
  }
}
