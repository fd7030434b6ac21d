package dev.loopscope.dashboard.ui.flame;

import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a stall as rectangles, callers below. A click or Enter zooms into a method, Escape
 * or Backspace out again; the arrow keys go from method to method; a double click or O opens the
 * source.
 */
public final class FlameGraphView extends Pane {

  private static final double ROW = 20;
  private static final double GAP = 1;
  private static final double MIN_WIDTH = 2;
  private static final double MIN_TEXT_WIDTH = 28;

  private final Consumer<String> told;
  private final Consumer<StackFrame> source;
  private final List<Label> labels = new ArrayList<>();
  private FlameTree tree = FlameTree.EMPTY;
  private FlameLayout layout = FlameLayout.of(tree, null);
  private @Nullable FlameNode zoomed;
  private @Nullable FlameNode current;
  private long lastedNanos;

  /**
   * An empty graph.
   *
   * @param told gets a line about the method under the pointer or the cursor
   * @param source opens the source of a frame
   */
  public FlameGraphView(Consumer<String> told, Consumer<StackFrame> source) {
    this.told = told;
    this.source = source;
    getStyleClass().add("flame-graph");
    setFocusTraversable(true);
    setMinWidth(0);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    focusedProperty().addListener((property, was, is) -> moveTo(current));
    widthProperty().addListener(width -> requestLayout());
  }

  /**
   * Shows another stall, or more of the same.
   *
   * @param lasted how long the stall has lasted, for an estimate of the time of each method
   */
  public void show(FlameTree next, long lasted) {
    lastedNanos = lasted;
    if (next.equals(tree)) {
      return;
    }
    tree = next;
    zoomed = null;
    current = culprit(next.roots()).orElse(next.roots().isEmpty() ? null : next.roots().get(0));
    rebuild();
  }

  private static Optional<FlameNode> culprit(List<FlameNode> nodes) {
    for (FlameNode node : nodes) {
      Optional<FlameNode> found = node.culprit() ? Optional.of(node) : culprit(node.callees());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Takes the whole width for {@code node}; null for all. */
  void zoom(@Nullable FlameNode node) {
    zoomed = node;
    current = node == null ? current : node;
    rebuild();
  }

  @Nullable FlameNode zoomed() {
    return zoomed;
  }

  @Nullable FlameNode current() {
    return current;
  }

  private void rebuild() {
    layout = FlameLayout.of(tree, zoomed);
    labels.clear();
    for (FlameCell cell : layout.cells()) {
      labels.add(label(cell));
    }
    getChildren().setAll(labels);
    setPrefHeight(layout.rows() * ROW);
    setMinHeight(layout.rows() * ROW);
    moveTo(current);
    requestLayout();
  }

  private Label label(FlameCell cell) {
    FlameNode node = cell.node();
    String name = CodeNames.method(node.frame());
    Label label = new Label(node.culprit() ? "▶ " + name : name);
    label.getStyleClass().add("flame-cell");
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    FlameColours colours =
        node.culprit() ? FlameColours.CULPRIT : FlameColours.of(node.frame().origin());
    label.setStyle(colours.css());
    if (node.culprit()) {
      label.getStyleClass().add("flame-culprit");
    }
    if (cell.context()) {
      label.getStyleClass().add("flame-context");
    }
    label.setAccessibleText(describe(node));
    label.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> told.accept(describe(node)));
    label.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moveTo(current));
    label.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(event, node));
    return label;
  }

  private void clicked(MouseEvent event, FlameNode node) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    if (event.getClickCount() == 2) {
      source.accept(node.frame());
    } else {
      zoom(node.equals(zoomed) ? null : node);
    }
  }

  /**
   * For example {@code History.load (History.java:17) · application · 4 of 5 samples, ≈ 272 ms}.
   */
  String describe(FlameNode node) {
    String lines = node.lines() > 1 ? " and " + (node.lines() - 1) + " more lines" : "";
    return CodeNames.frame(node.frame())
        + lines
        + (node.culprit() ? " · to blame · " : " · ")
        + FlameColours.word(node.frame().origin())
        + " · "
        + node.samples()
        + " of "
        + Format.plural(tree.samples(), "sample", "samples")
        + ", ≈ "
        + Format.duration(lastedNanos * node.samples() / Math.max(1, tree.samples()));
  }

  private void moveTo(@Nullable FlameNode node) {
    current = node;
    for (int i = 0; i < labels.size(); i++) {
      boolean here = isFocused() && layout.cells().get(i).node().equals(node);
      labels.get(i).getStyleClass().remove("flame-current");
      if (here) {
        labels.get(i).getStyleClass().add("flame-current");
      }
    }
    told.accept(node == null ? "" : describe(node));
    setAccessibleText(
        node == null ? "Flame graph of the samples" : "Flame graph, at " + describe(node));
  }

  private void pressed(KeyEvent event) {
    FlameCell at = layout.of(current);
    if (at == null || event.isShortcutDown()) {
      return;
    }
    KeyCode key = event.getCode();
    if (key == KeyCode.UP) {
      step(event, layout.callee(at));
    } else if (key == KeyCode.DOWN) {
      step(event, at.caller());
    } else if (key == KeyCode.LEFT) {
      step(event, layout.beside(at, -1));
    } else if (key == KeyCode.RIGHT) {
      step(event, layout.beside(at, 1));
    } else if (key == KeyCode.ENTER || key == KeyCode.SPACE) {
      event.consume();
      zoom(at.node().equals(zoomed) ? null : at.node());
    } else if (key == KeyCode.O) {
      event.consume();
      source.accept(at.node().frame());
    } else if ((key == KeyCode.ESCAPE || key == KeyCode.BACK_SPACE) && zoomed != null) {
      event.consume();
      zoom(null);
    }
  }

  private void step(KeyEvent event, @Nullable FlameCell next) {
    event.consume();
    if (next != null) {
      moveTo(next.node());
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double bottom = getHeight();
    for (int i = 0; i < labels.size(); i++) {
      FlameCell cell = layout.cells().get(i);
      Label label = labels.get(i);
      double from = snapPositionX(cell.from() * width);
      double room = snapPositionX(cell.to() * width) - from - GAP;
      label.setVisible(room >= MIN_WIDTH);
      boolean narrow = room < MIN_TEXT_WIDTH;
      label.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
      label.resizeRelocate(
          from, bottom - (cell.depth() + 1) * ROW, Math.max(MIN_WIDTH, room), ROW - GAP);
    }
  }
}
