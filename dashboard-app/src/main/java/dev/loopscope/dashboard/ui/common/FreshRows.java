package dev.loopscope.dashboard.ui.common;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/**
 * The rows of a table that are replaced while the user looks at it: the user's choice and order
 * stay. FX thread.
 *
 * @param <R> a row
 */
public final class FreshRows<R> {

  private final TableView<R> table;
  private boolean replacing;

  /**
   * Makes the table's rows be chosen by a click, and gone to by a double click or Enter.
   *
   * @param chosen gets the row that the user chose
   * @param jump gets the row that the user goes to
   */
  public FreshRows(TableView<R> table, Consumer<R> chosen, Consumer<R> jump) {
    this.table = table;
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, old, row) -> {
              if (row != null && !replacing) {
                chosen.accept(row);
              }
            });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            go(jump);
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go(jump);
          }
        });
  }

  private void go(Consumer<R> jump) {
    R row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      jump.accept(row);
    }
  }

  /** Replaces all rows; that is not a choice of the user. */
  public void show(List<R> rows) {
    R selected = table.getSelectionModel().getSelectedItem();
    replacing = true;
    table.getItems().setAll(rows);
    table.sort();
    if (selected != null) {
      table.getSelectionModel().select(selected);
    }
    replacing = false;
  }
}
