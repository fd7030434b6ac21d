package dev.loopscope.dashboard.ui.details;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.StackView;
import dev.loopscope.dashboard.ui.details.Details.Fact;
import dev.loopscope.dashboard.ui.details.Details.Section;
import dev.loopscope.dashboard.ui.verdict.DelayView;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What is known of the selected thing, beside the tabs. */
public final class DetailsView extends StackPane {

  private static final double NAME_WIDTH = 120;
  private static final int MAX_STACK_ROWS = 24;

  private final DetailsViewModel model;
  private final StackView stack = new StackView();
  private final VBox delay = new VBox(4);

  public DetailsView(DetailsViewModel model) {
    this.model = model;
    setId("details");
    getStyleClass().add("details");
    setMinWidth(0);
    model.detailsProperty().subscribe(this::show);
    model.delayProperty().subscribe(this::showDelay);
  }

  private void show(@Nullable Details details) {
    if (details == null) {
      getChildren()
          .setAll(
              new EmptyState(
                  MaterialDesignG.GESTURE_TAP,
                  "Nothing selected",
                  "Click a run, a pause or a loop in the timeline, or a row in a table."));
      return;
    }
    Label title = Controls.label(details.title(), "details-title");
    title.setId("details-title");
    Label sentence = wrapped(details.sentence(), "muted");
    VBox body = new VBox(new VBox(2, title, sentence));
    body.getStyleClass().add("details-body");
    for (Section section : details.sections()) {
      if (!section.facts().isEmpty()) {
        body.getChildren()
            .add(new VBox(4, Controls.label(section.title(), "section-title"), facts(section)));
      }
    }
    if (model.hasDelay()) {
      showDelay(model.delayProperty().get());
      body.getChildren().add(Math.min(2, body.getChildren().size()), delay);
    }
    if (details.stack() != null) {
      stack.show(details.stack(), details.culpritFrame());
      stack.fitHeight(MAX_STACK_ROWS);
      body.getChildren().add(2, new VBox(4, Controls.label("Stack", "section-title"), stack));
    }
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    getChildren().setAll(scroll);
  }

  private void showDelay(@Nullable DelayExplanation why) {
    if (why != null) {
      delay
          .getChildren()
          .setAll(Controls.label("Why it waited", "section-title"), new DelayView(why));
      return;
    }
    Button explain =
        Controls.button("Explain this delay", MaterialDesignT.TIMER_SAND, model::explainDelay);
    explain.setId("explain-delay");
    explain.getStyleClass().add(Styles.SMALL);
    delay.getChildren().setAll(explain);
  }

  private GridPane facts(Section section) {
    GridPane grid = new GridPane(12, 3);
    ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    int row = 0;
    for (Fact fact : section.facts()) {
      RowConstraints constraints = new RowConstraints();
      constraints.setValignment(VPos.TOP);
      grid.getRowConstraints().add(constraints);
      grid.addRow(row++, Controls.label(fact.name(), "fact-name"), value(fact));
    }
    return grid;
  }

  private Node value(Fact fact) {
    Selected target = fact.target();
    if (target == null) {
      return wrapped(fact.value());
    }
    Hyperlink link = new Hyperlink(fact.value());
    link.setWrapText(true);
    link.setPadding(Insets.EMPTY);
    link.setOnAction(event -> model.follow(target));
    return link;
  }

  private static Label wrapped(String text, String... styles) {
    Label label = Controls.label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
