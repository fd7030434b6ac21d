package dev.loopscope.dashboard.ui.alerts;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.common.ShareBar;
import dev.loopscope.dashboard.ui.common.StackView;
import dev.loopscope.protocol.Stall;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** One alert in full: sentence, causes with their share, samples, stack. */
public final class AlertDetailView extends StackPane {

  private static final double BAR_WIDTH = 90;

  private final AlertsViewModel model;
  private final AlertReport report;
  private final Trace trace;
  private final Moments moments;
  private final StackView stack = new StackView();

  public AlertDetailView(AlertsViewModel model, Trace trace, Moments moments) {
    this.model = model;
    this.trace = trace;
    this.moments = moments;
    report = new AlertReport(trace, moments);
    getStyleClass().add("details");
    setId("alert-detail");
    model.currentProperty().subscribe(this::show);
  }

  private void show(@Nullable AlertRow row) {
    if (row == null) {
      getChildren()
          .setAll(
              new EmptyState(
                  MaterialDesignG.GESTURE_TAP,
                  "Choose an alert",
                  "Its stack, its cause and its place in the timeline appear here."));
      return;
    }
    Stall stall = model.stall(row.alert());
    Label sentence = Controls.label(row.alert().sentence(), "details-title");
    sentence.setId("alert-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    VBox body = new VBox(sentence, tools(row, stall));
    body.getStyleClass().add("details-body");
    if (stall != null) {
      body.getChildren().addAll(shares(stall), samples(stall));
      stack.show(trace.stack(stall.culpritStack()), stall.culpritFrame());
      stack.fitHeight(24);
      body.getChildren().add(stack);
    }
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    getChildren().setAll(scroll);
  }

  private FlowPane tools(AlertRow row, @Nullable Stall stall) {
    return new FlowPane(
        8,
        8,
        small("Show in timeline", MaterialDesignC.CROSSHAIRS_GPS, () -> model.jumpTo(row)),
        small("Copy as text", MaterialDesignC.CONTENT_COPY, () -> copy(report.text(row, stall))),
        small(
            "Copy as Markdown",
            MaterialDesignL.LANGUAGE_MARKDOWN_OUTLINE,
            () -> copy(report.markdown(row, stall))));
  }

  private static Node small(String text, Ikon icon, Runnable action) {
    Button button = Controls.button(text, icon, action);
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  private static GridPane shares(Stall stall) {
    GridPane grid = new GridPane(10, 4);
    long total = stall.shares().stream().mapToLong(Stall.Share::nanos).sum();
    int line = 0;
    for (Stall.Share share : stall.shares()) {
      double part = total == 0 ? 0 : (double) share.nanos() / total;
      grid.addRow(
          line++,
          whole(Controls.label(Names.cause(share.cause()), "strong")),
          new ShareBar(part, BAR_WIDTH),
          whole(Controls.label(Format.percent(part) + " · " + Format.duration(share.nanos()))));
      if (!share.evidence().isEmpty()) {
        Label evidence = Controls.label(share.evidence(), "muted");
        evidence.setWrapText(true);
        grid.add(evidence, 0, line++, 3, 1);
      }
    }
    return grid;
  }

  /** Never cut short: the words carry the meaning. */
  private static Label whole(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Label samples(Stall stall) {
    String seen =
        stall.samples().isEmpty()
            ? "No sample was taken yet."
            : Format.plural(stall.samples().size(), "sample", "samples")
                + " from "
                + moments.text(stall.samples().get(0).atNanos());
    String limit = " · limit " + Format.duration(stall.limitNanos());
    String noticed =
        " · noticed after " + Format.duration(stall.detectedNanos() - stall.run().startNanos());
    Label label = Controls.label(seen + limit + noticed, "muted");
    label.setWrapText(true);
    return label;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
