package dev.loopscope.dashboard.ui.timeline;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.function.LongSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The lag chart with its header; folds away. */
final class LagPanel extends Region {

  private static final double OPEN_HEIGHT = 132;
  private static final double FOLDED_HEIGHT = 26;
  private static final double BUTTON_HEIGHT = 20;

  private final LagChartView chart;
  private final LagHeader header;
  private final Button fold = new Button();
  private final ToggleButton scale = new ToggleButton("log");
  private final Runnable resized;
  private double namesWidth = TimelineLayout.NAMES_WIDTH;
  private double chartWidth;
  private boolean open = true;

  LagPanel(TimelineModel model, Background background, LongSupplier clockNanos, Runnable resized) {
    this.resized = resized;
    chart = new LagChartView(model, background, clockNanos);
    header = new LagHeader(model);
    fold.setId("timeline-lag-fold");
    fold.getStyleClass().addAll(Styles.FLAT, "timeline-button");
    fold.setOnAction(event -> setOpen(!open));
    scale.setId("timeline-lag-scale");
    scale.setSelected(true);
    scale.getStyleClass().add("timeline-button");
    scale.setTooltip(new Tooltip("Logarithmic or linear lag"));
    scale.setOnAction(
        event -> {
          chart.setLogarithmic(scale.isSelected());
          scale.setText(scale.isSelected() ? "log" : "lin");
        });
    getChildren().addAll(header, chart, fold, scale);
    setOpen(true);
  }

  void setOpen(boolean wanted) {
    open = wanted;
    fold.setText(open ? "▾ Lag" : "▸ Lag");
    fold.setAccessibleText(open ? "Fold the lag chart away" : "Show the lag chart");
    chart.setVisible(open);
    scale.setVisible(open);
    resized.run();
    requestLayout();
  }

  double wantedHeight() {
    return open ? OPEN_HEIGHT : FOLDED_HEIGHT;
  }

  void setNamesWidth(double names, double right) {
    namesWidth = names;
    chartWidth = right;
    requestLayout();
  }

  void pulse(Palette palette) {
    header.pulse(palette, open ? chart.loop() : 0);
    if (open) {
      chart.pulse(palette);
    }
  }

  LagChartView chart() {
    return chart;
  }

  boolean isBusy() {
    return open && chart.isBusy();
  }

  String problem() {
    return chart.problem();
  }

  @Override
  protected void layoutChildren() {
    header.resizeRelocate(0, 0, namesWidth, getHeight());
    chart.resizeRelocate(namesWidth, 0, chartWidth, getHeight());
    fold.resizeRelocate(4, 3, 60, BUTTON_HEIGHT);
    scale.resizeRelocate(namesWidth - 46, 3, 40, BUTTON_HEIGHT);
  }
}
