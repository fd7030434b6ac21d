package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.StackView;
import dev.loopscope.dashboard.ui.flame.FlamePane;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that is known of an alert, part by part; parts that have nothing to say are left out. */
public final class EvidenceView extends VBox {

  private static final double NAME_WIDTH = 120;
  private static final int MAX_STACK_ROWS = 7;

  private final IntFunction<@Nullable Stack> stacks;
  private final Consumer<Selected> chosen;
  private final Consumer<StackFrame> source;
  private final StackView stack = new StackView();
  private final FlamePane flame;
  private @Nullable Evidence shown;

  /**
   * Shows nothing at first.
   *
   * @param stacks gives a stack by its number, null when it is unknown
   * @param chosen goes to a run or a loop
   * @param source opens the source of a frame
   */
  public EvidenceView(
      IntFunction<@Nullable Stack> stacks, Consumer<Selected> chosen, Consumer<StackFrame> source) {
    this.stacks = stacks;
    this.chosen = chosen;
    this.source = source;
    getStyleClass().add("evidence");
    flame = new FlamePane(source);
    stack.onOpen(source);
  }

  /** Shows what is known; null while it is gathered. */
  public void show(@Nullable Evidence evidence) {
    if (evidence == null) {
      shown = null;
      getChildren().clear();
      return;
    } else if (evidence.equals(shown)) {
      return;
    }
    shown = evidence;
    getChildren().clear();
    Stall stall = evidence.stall();
    if (stall != null) {
      add("Cause", causes(stall));
      if (!stall.holders().isEmpty()) {
        add("Who held the lock", new HolderChainView(stall, stacks, chosen, source));
      }
    }
    if (evidence.delay() != null) {
      add("What filled the time", new DelayView(evidence.delay()));
    }
    if (evidence.stack() != null) {
      stack.show(evidence.stack(), evidence.culpritFrame());
      stack.fitHeight(MAX_STACK_ROWS);
      add("Stack", stack);
    }
    if (evidence.path() != null) {
      add("How the task got there", new TaskPathView(evidence.path(), chosen));
    }
    if (evidence.flame().samples() > 0) {
      flame.show(evidence.flame(), evidence.lastedNanos());
      add("Where the time went", flame);
    }
    if (!evidence.facts().isEmpty()) {
      add("Facts", facts(evidence));
    }
  }

  private void add(String title, Node content) {
    getChildren().add(new VBox(4, Controls.label(title, "section-title"), content));
  }

  private static Node causes(Stall stall) {
    if (!stall.shares().isEmpty()) {
      return new CauseBar(stall.shares());
    }
    Label label =
        Controls.label(
            stall.isOpen()
                ? "Not decided yet: the loop is still being watched."
                : "Not known: too little was seen of it.",
            "muted");
    label.setWrapText(true);
    return label;
  }

  private static GridPane facts(Evidence evidence) {
    GridPane grid = new GridPane(12, 3);
    ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    int row = 0;
    for (Evidence.Fact fact : evidence.facts()) {
      Label value = Controls.label(fact.value());
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      grid.getRowConstraints().add(new RowConstraints());
      Label name = Controls.label(fact.name(), "fact-name");
      GridPane.setValignment(name, VPos.TOP);
      grid.addRow(row++, name, value);
    }
    return grid;
  }
}
