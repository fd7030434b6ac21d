package dev.loopscope.dashboard.ui.statistics;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.LogHistogram;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Types and loops as tables, and the distribution of what is chosen. */
public final class StatisticsView extends SplitPane {

  private final StatisticsViewModel model;
  private final TableView<TypeRow> types = Columns.table("type-statistics", "Task types in sight");
  private final TableView<LoopRow> loops = Columns.table("loop-statistics", "Loops");
  private static final double WITH_CHART = 900;

  private final HistogramChart chart = new HistogramChart();

  public StatisticsView(StatisticsViewModel model) {
    this.model = model;
    buildTypes();
    buildLoops();
    getItems().addAll(tables(), chart);
    setDividerPositions(0.74);
    chart.setMinWidth(0);
    widthProperty().subscribe(width -> showChart(width.doubleValue() >= WITH_CHART));
    types.getSelectionModel().selectedItemProperty().addListener((p, old, row) -> chart(row));
    loops
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (p, old, row) -> {
              if (row != null) {
                model.select(row);
              }
            });
    model.answerProperty().subscribe(this::show);
  }

  /** Numbers that cannot be read are worth less than the picture of them. */
  private void showChart(boolean wanted) {
    if (wanted && !getItems().contains(chart)) {
      getItems().add(chart);
      setDividerPositions(0.74);
    } else if (!wanted) {
      getItems().remove(chart);
    }
  }

  private VBox tables() {
    ToggleButton byType = new ToggleButton("By type");
    ToggleButton byLoop = new ToggleButton("By loop");
    byType.getStyleClass().addAll(Styles.LEFT_PILL, Styles.SMALL);
    byLoop.getStyleClass().addAll(Styles.RIGHT_PILL, Styles.SMALL);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(byType, byLoop);
    byType.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener(
            (p, old, now) -> {
              if (now == null && old != null) {
                old.setSelected(true);
              }
              types.setVisible(byType.isSelected());
              loops.setVisible(byLoop.isSelected());
            });
    loops.setVisible(false);
    StackPane stack = new StackPane(types, loops);
    VBox.setVgrow(stack, Priority.ALWAYS);
    Label note = Controls.label("", "tab-note");
    note.textProperty()
        .bind(
            Bindings.when(model.problemProperty().isEmpty())
                .then("of what the timeline shows; percentiles leave merged runs out")
                .otherwise(model.problemProperty()));
    return new VBox(Controls.row("tab-tools", new HBox(byType, byLoop), note), stack);
  }

  private void buildTypes() {
    types.getColumns().add(Columns.text("Type", 240, row -> CodeNames.type(row.typeName())));
    types.getColumns().add(Columns.number("Runs", 64, TypeRow::count, Format::count));
    types.getColumns().add(Columns.number("Time", 80, TypeRow::busyNanos, Format::duration));
    types.getColumns().add(Columns.number("Mean", 80, TypeRow::meanNanos, Format::duration));
    types
        .getColumns()
        .add(Columns.number("p50", 80, r -> at(r.durations(), 0.5), StatisticsView::orDash));
    types
        .getColumns()
        .add(Columns.number("p99", 80, r -> at(r.durations(), 0.99), StatisticsView::orDash));
    types.getColumns().add(Columns.number("Max", 80, TypeRow::longestNanos, Format::duration));
    types
        .getColumns()
        .add(Columns.number("Delay p99", 96, r -> at(r.delays(), 0.99), StatisticsView::orDash));
    types.getColumns().add(Columns.number("Failed", 68, TypeRow::failed, Format::exact));
    types.setPlaceholder(
        new EmptyState(
            MaterialDesignC.CHART_BOX_OUTLINE,
            "No run in sight",
            "Zoom out or move the timeline to a busier place."));
  }

  private void buildLoops() {
    loops.getColumns().add(Columns.text("Loop", 130, LoopRow::name));
    loops
        .getColumns()
        .add(Columns.number("Busy", 60, r -> perMille(r.busyShare()), StatisticsView::share));
    loops
        .getColumns()
        .add(Columns.number("Lag p50", 70, LoopRow::lagP50Nanos, StatisticsView::orDash));
    loops
        .getColumns()
        .add(Columns.number("Lag p99", 70, LoopRow::lagP99Nanos, StatisticsView::orDash));
    loops
        .getColumns()
        .add(Columns.number("Lag max", 70, LoopRow::lagMaxNanos, StatisticsView::orDash));
    loops.getColumns().add(Columns.number("Runs", 64, LoopRow::runs, Format::count));
    loops.setPlaceholder(
        new EmptyState(MaterialDesignC.CHART_BOX_OUTLINE, "No loop yet", "None has run so far."));
  }

  private void show(StatisticsQuery.Answer answer) {
    TypeRow chosen = types.getSelectionModel().getSelectedItem();
    LoopRow loop = loops.getSelectionModel().getSelectedItem();
    types.getItems().setAll(answer.types());
    types.sort();
    loops.getItems().setAll(answer.loops());
    loops.sort();
    for (TypeRow row : types.getItems()) {
      if (chosen != null && row.typeName().equals(chosen.typeName())) {
        types.getSelectionModel().select(row);
      }
    }
    for (LoopRow row : loops.getItems()) {
      if (loop != null && row.loop() == loop.loop()) {
        loops.getSelectionModel().select(row);
      }
    }
    if (types.getSelectionModel().isEmpty()) {
      chart(null);
    }
  }

  private void chart(@Nullable TypeRow row) {
    if (row != null) {
      chart.show("Durations of " + CodeNames.type(row.typeName()), row.durations());
      return;
    }
    LogHistogram all = new LogHistogram();
    List<TypeRow> rows = model.answerProperty().get().types();
    rows.forEach(type -> all.add(type.durations()));
    chart.show("Durations of all runs in sight", all);
  }

  private static long at(LogHistogram histogram, double share) {
    return histogram.total() == 0 ? -1 : histogram.percentile(share);
  }

  private static String orDash(long nanos) {
    return nanos < 0 ? "–" : Format.duration(nanos);
  }

  private static long perMille(double share) {
    return Double.isNaN(share) ? -1 : Math.round(share * 1000);
  }

  private static String share(long perMille) {
    return perMille < 0 ? "–" : Format.percent(perMille / 1000.0);
  }
}
