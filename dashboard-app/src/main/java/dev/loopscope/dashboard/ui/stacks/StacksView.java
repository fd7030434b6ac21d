package dev.loopscope.dashboard.ui.stacks;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.ShareBar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The call tree as a table: frame, share, blocked time, samples. */
public final class StacksView extends VBox {

  private static final double BAR_WIDTH = 80;
  private static final int OPEN_TO_DEPTH = 12;

  private final TreeTableView<FrameNode> table = new TreeTableView<>();
  private long totalNanos = 1;

  public StacksView(StacksViewModel model) {
    table.setId("stacks");
    table.getStyleClass().add("dense");
    table.setShowRoot(false);
    table.setAccessibleText("Frames that blocked a loop, with what they called");
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("Who blocked, and what it called", 560, FrameNode::text));
    table.getColumns().add(shareColumn());
    table.getColumns().add(column("Blocked", 90, node -> Format.duration(node.blockedNanos())));
    table.getColumns().add(column("Samples", 100, node -> Format.exact(node.samples())));
    table.setPlaceholder(
        new EmptyState(
            MaterialDesignL.LAYERS_OUTLINE,
            "No stack in sight",
            "Stacks are taken while a run is over its limit. Zoom out to see more of the session."));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            Controls.row(
                "tab-tools",
                Controls.label(
                    "Blocked time of the stalls in sight; each stack begins at the frame to blame",
                    "tab-note")),
            table);
    model.rootProperty().subscribe(this::show);
  }

  private void show(FrameNode root) {
    Set<List<String>> closed = closed();
    List<FrameNode> culprits = root.callees();
    totalNanos = Math.max(1, culprits.stream().mapToLong(FrameNode::blockedNanos).sum());
    TreeItem<FrameNode> all = new TreeItem<>(root);
    culprits.forEach(node -> all.getChildren().add(item(node, List.of(), closed)));
    all.setExpanded(true);
    table.setRoot(all);
  }

  private TreeItem<FrameNode> item(FrameNode node, List<String> above, Set<List<String>> closed) {
    TreeItem<FrameNode> item = new TreeItem<>(node);
    List<String> path = new ArrayList<>(above);
    path.add(node.text());
    node.callees().forEach(callee -> item.getChildren().add(item(callee, path, closed)));
    item.setExpanded(path.size() < OPEN_TO_DEPTH && !closed.contains(path));
    return item;
  }

  /** Paths that the user closed, so that an update does not open them again. */
  private Set<List<String>> closed() {
    Set<List<String>> closed = new HashSet<>();
    TreeItem<FrameNode> root = table.getRoot();
    if (root != null) {
      root.getChildren().forEach(child -> collectClosed(child, List.of(), closed));
    }
    return closed;
  }

  private static void collectClosed(
      TreeItem<FrameNode> item, List<String> above, Set<List<String>> closed) {
    List<String> path = new ArrayList<>(above);
    path.add(item.getValue().text());
    if (!item.isExpanded() && !item.isLeaf()) {
      closed.add(path);
    }
    item.getChildren().forEach(child -> collectClosed(child, path, closed));
  }

  private static TreeTableColumn<FrameNode, String> column(
      String title, double width, Function<FrameNode, String> text) {
    TreeTableColumn<FrameNode, String> column = new TreeTableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue().getValue())));
    return column;
  }

  private TreeTableColumn<FrameNode, FrameNode> shareColumn() {
    TreeTableColumn<FrameNode, FrameNode> column = new TreeTableColumn<>("Share");
    column.setPrefWidth(150);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    column.setCellFactory(
        unused ->
            new TreeTableCell<>() {
              @Override
              protected void updateItem(@Nullable FrameNode node, boolean empty) {
                super.updateItem(node, empty);
                if (node == null || empty) {
                  setGraphic(null);
                  setText(null);
                } else {
                  double share = (double) node.blockedNanos() / totalNanos;
                  setGraphic(new ShareBar(share, BAR_WIDTH, true));
                  setText(Format.percent(share));
                }
              }
            });
    return column;
  }
}
