package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.StackView;
import dev.loopscope.dashboard.ui.flame.FlamePane;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  private final Trace trace;
  private final Consumer<Selected> chosen;
  private final Consumer<StackFrame> source;
  private final StackView stack = new StackView();
  private final FlamePane flame;
  private final Map<String, Part> parts = new HashMap<>();
  private @Nullable Evidence shown;

  /**
   * A part that is shown.
   *
   * @param madeOf what it says
   * @param place where it stands, with its title
   */
  private record Part(Object madeOf, VBox place) {}

  /**
   * Shows nothing at first.
   *
   * @param trace has the stacks and knows whether the session is over
   * @param chosen goes to a run or a loop
   * @param source opens the source of a frame
   */
  public EvidenceView(Trace trace, Consumer<Selected> chosen, Consumer<StackFrame> source) {
    this.trace = trace;
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
      parts.clear();
      getChildren().clear();
      return;
    } else if (evidence.equals(shown)) {
      return;
    }
    shown = evidence;
    List<Node> next = new ArrayList<>();
    Stall stall = evidence.stall();
    if (stall != null) {
      next.add(
          part(
              "Cause",
              List.of(stall.shares(), stall.isOpen(), trace.isOver()),
              () -> causes(stall)));
      if (!stall.holders().isEmpty()) {
        next.add(
            part(
                "Who held the lock",
                List.of(stall.holders(), stall.deadlock(), stacksOf(stall)),
                () -> new HolderChainView(stall, trace::stack, chosen, source)));
      }
    }
    DelayExplanation delay = evidence.delay();
    if (delay != null) {
      next.add(part("What filled the time", delay, () -> new DelayView(delay)));
    }
    if (evidence.stack() != null) {
      stack.show(evidence.stack(), evidence.culpritFrame());
      stack.fitHeight(MAX_STACK_ROWS);
      next.add(part("Stack", stack, () -> stack));
    }
    TaskPath path = evidence.path();
    if (path != null) {
      next.add(part("How the task got there", path, () -> new TaskPathView(path, chosen)));
    }
    if (evidence.flame().samples() > 0) {
      flame.show(evidence.flame(), evidence.lastedNanos());
      next.add(part("Where the time went", flame, () -> flame));
    }
    if (!evidence.facts().isEmpty()) {
      next.add(part("Facts", evidence.facts(), () -> facts(evidence)));
    }
    if (!getChildren().equals(next)) {
      getChildren().setAll(next);
    }
  }

  /** A stack may become known after the stall that names it. */
  private List<Optional<Stack>> stacksOf(Stall stall) {
    return stall.holders().stream()
        .map(Stall.Holder::stack)
        .map(number -> Optional.ofNullable(number == 0 ? null : trace.stack(number)))
        .toList();
  }

  /**
   * A part in its place. It is made anew only when it says something else: while an alert lasts its
   * evidence comes many times a second, and a link that is replaced cannot be pressed.
   */
  private Node part(String title, Object madeOf, Supplier<Node> content) {
    Part before = parts.get(title);
    if (before != null && before.madeOf().equals(madeOf)) {
      return before.place();
    }
    VBox place = before == null ? new VBox(4) : before.place();
    place.getChildren().setAll(Controls.label(title, "section-title"), content.get());
    parts.put(title, new Part(madeOf, place));
    return place;
  }

  private Node causes(Stall stall) {
    if (!stall.shares().isEmpty()) {
      return new CauseBar(stall.shares());
    }
    Label label =
        Controls.label(
            stall.isOpen() && !trace.isOver()
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
