package dev.loopscope.dashboard.ui.flame;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The flame graph with what explains it: who owns which colour, what the pointer is on. */
public final class FlamePane extends VBox {

  private static final double SWATCH = 11;

  private final Label told = Controls.label("", "flame-told");
  private final Label outside = Controls.label("", "muted");
  private final FlameGraphView graph;
  private final FlowPane legend = new FlowPane(12, 2);

  /**
   * An empty graph.
   *
   * @param source opens the source of a frame
   */
  public FlamePane(Consumer<StackFrame> source) {
    setSpacing(5);
    setId("flame");
    graph = new FlameGraphView(this::tell, source);
    graph.setId("flame-graph");
    told.setMinWidth(0);
    getChildren().addAll(graph, outside, told, legend);
  }

  private void tell(String text) {
    told.setText(text);
    told.setTooltip(text.isEmpty() ? null : new Tooltip(text));
  }

  /** Shows another stall, or more of the same; {@code lasted} as in the graph. */
  public void show(FlameTree tree, long lasted) {
    graph.show(tree, lasted);
    boolean some = !tree.outside().isEmpty();
    outside.setVisible(some);
    outside.setManaged(some);
    outside.setText(
        "above "
            + Format.plural(tree.outside().size(), "frame", "frames")
            + " of the loop itself, the same in every sample");
    legend.getChildren().clear();
    if (hasCulprit(tree.roots())) {
      legend.getChildren().add(entry(FlameColours.CULPRIT, "▶ to blame"));
    }
    for (Origin origin : Origin.values()) {
      if (has(tree.roots(), origin)) {
        legend.getChildren().add(entry(FlameColours.of(origin), FlameColours.word(origin)));
      }
    }
  }

  private static boolean hasCulprit(List<FlameNode> nodes) {
    return nodes.stream().anyMatch(FlameNode::leadsToCulprit);
  }

  private static boolean has(List<FlameNode> nodes, Origin origin) {
    return nodes.stream()
        .anyMatch(
            node ->
                (node.frame().origin() == origin && !node.culprit())
                    || has(node.callees(), origin));
  }

  private static Node entry(FlameColours colours, String word) {
    Region swatch = new Region();
    swatch.setStyle(colours.css());
    swatch.getStyleClass().add("flame-swatch");
    swatch.setMinSize(SWATCH, SWATCH);
    swatch.setMaxSize(SWATCH, SWATCH);
    HBox entry = Controls.row("flame-legend", swatch, Controls.label(word, "muted"));
    entry.setSpacing(5);
    return entry;
  }
}
