package dev.loopscope.dashboard.ui.common;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Columns for tables whose rows are immutable: text, or numbers that sort by value. */
public final class Columns {

  private static final double MIN_TEXT_WIDTH = 96;

  private Columns() {}

  /** A column of text; what does not fit is in its tooltip. */
  public static <R> TableColumn<R, String> text(
      String title, double width, Function<R, String> value) {
    TableColumn<R, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, MIN_TEXT_WIDTH));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(unused -> new TextCell<>());
    return column;
  }

  /** A right-aligned column of numbers, written by {@code format}, sorted by value. */
  public static <R> TableColumn<R, Long> number(
      String title, double width, ToLongFunction<R> value, LongFunction<String> format) {
    TableColumn<R, Long> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.getStyleClass().add("number");
    column.setMinWidth(width);
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.applyAsLong(cell.getValue())));
    column.setCellFactory(unused -> new NumberCell<>(format));
    return column;
  }

  /** A column of icons or other nodes, made anew for each row that comes into sight. */
  public static <R> TableColumn<R, R> node(
      String title, double width, Function<R, @Nullable Node> node) {
    TableColumn<R, R> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(unused -> new NodeCell<>(node));
    return column;
  }

  /** A table in our dress: dense rows, columns that share the width. */
  public static <R> TableView<R> table(String id, String accessibleText) {
    TableView<R> table = new TableView<>();
    table.setId(id);
    table.getStyleClass().addAll("dense", "striped");
    table.setAccessibleText(accessibleText);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    return table;
  }

  private static final class TextCell<R> extends TableCell<R, String> {
    private final Tooltip tooltip = new Tooltip();

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      boolean some = text != null && !empty && !text.isEmpty();
      tooltip.setText(some ? text : "");
      setTooltip(some ? tooltip : null);
    }
  }

  private static final class NumberCell<R> extends TableCell<R, Long> {
    private final LongFunction<String> format;

    NumberCell(LongFunction<String> format) {
      this.format = format;
    }

    @Override
    protected void updateItem(@Nullable Long value, boolean empty) {
      super.updateItem(value, empty);
      setText(value == null || empty ? null : format.apply(value));
    }
  }

  private static final class NodeCell<R> extends TableCell<R, R> {
    private final Function<R, @Nullable Node> node;

    NodeCell(Function<R, @Nullable Node> node) {
      this.node = node;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(row == null || empty ? null : node.apply(row));
    }
  }
}
