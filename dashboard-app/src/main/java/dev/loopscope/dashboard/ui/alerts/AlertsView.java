package dev.loopscope.dashboard.ui.alerts;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The table of alerts: a line a group, its alerts below when it is opened. */
public final class AlertsView extends VBox {

  private final AlertsViewModel model;
  private final AlertActions actions;
  private final AlertTree tree;
  private final TreeTableView<AlertRow> table = new TreeTableView<>();
  private final CustomTextField filter = new CustomTextField();
  private final Label note = Controls.label("", "tab-note");
  private boolean updating;

  public AlertsView(AlertsViewModel model, Trace trace, Moments moments, AlertActions actions) {
    this.model = model;
    this.actions = actions;
    tree = new AlertTree(model);
    filter.setPromptText("Filter alerts (Ctrl+F)");
    filter.setAccessibleText("Filter alerts by rule, loop or words");
    filter.setLeft(new FontIcon(MaterialDesignF.FILTER_OUTLINE));
    filter.textProperty().bindBidirectional(model.filterProperty());
    note.setId("alerts-note");
    buildTable(new AlertColumns(model, trace, moments, actions));
    VBox.setVgrow(table, Priority.ALWAYS);
    Button rules =
        Controls.button("Alert rules", MaterialDesignB.BELL_COG_OUTLINE, actions::showAlertRules);
    rules.setId("alert-rules");
    rules.getStyleClass().add(Styles.SMALL);
    getChildren().addAll(Controls.row("tab-tools", filter, Controls.spacer(), note, rules), table);
    model.shownVersionProperty().addListener(version -> update());
    model.currentProperty().subscribe(this::choose);
    update();
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    filter.requestFocus();
  }

  private void buildTable(AlertColumns columns) {
    table.setId("alerts");
    table.getStyleClass().addAll("dense", "striped");
    table.setAccessibleText("Alerts in groups, the group that appeared last first");
    table.setShowRoot(false);
    table.setRoot(tree.root());
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.getColumns().setAll(columns.all());
    // What happened says more than when it first did.
    table.widthProperty().subscribe(width -> columns.fit(width.doubleValue()));
    table.setRowFactory(view -> new Row());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, old, item) -> chosen(item));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    TreeItem<AlertRow> item = table.getSelectionModel().getSelectedItem();
    if (item == null || item.getValue() == null || event.isShortcutDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      model.jumpTo(item.getValue());
    } else if (event.getCode() == KeyCode.M) {
      event.consume();
      AlertGroup group = item.getValue().group();
      actions.mute(group.key(), !group.muted());
    }
  }

  private void update() {
    updating = true;
    TreeItem<AlertRow> chosen = table.getSelectionModel().getSelectedItem();
    if (tree.refresh() && !table.getSortOrder().isEmpty()) {
      table.sort();
    }
    if (chosen != null && table.getSelectionModel().getSelectedItem() != chosen) {
      int row = table.getRow(chosen);
      if (row >= 0) {
        table.getSelectionModel().select(row);
      } else {
        table.getSelectionModel().clearSelection();
      }
    }
    updating = false;
    describe();
  }

  /** An update replaces lines by their newer state: that is not a choice of the user. */
  private void chosen(@Nullable TreeItem<AlertRow> item) {
    AlertRow row = item == null ? null : item.getValue();
    AlertRow now = model.currentProperty().get();
    boolean same = row != null && now != null && isSame(row, now);
    if (row != null && !updating && !same) {
      model.jumpTo(row);
    }
  }

  /** What is looked at stands out in the table too, also when it was chosen elsewhere. */
  private void choose(@Nullable AlertRow row) {
    if (row == null) {
      return;
    }
    TreeItem<AlertRow> item = tree.find(row);
    if (item == tree.root() || item == table.getSelectionModel().getSelectedItem()) {
      return;
    }
    updating = true;
    table.getSelectionModel().select(item);
    updating = false;
  }

  private static boolean isSame(AlertRow a, AlertRow b) {
    return a.alert().id() == b.alert().id() && a.single() == b.single();
  }

  private void describe() {
    int groups = model.rows().size();
    String alerts = Format.plural(model.count(), "alert", "alerts");
    note.setText(
        groups < model.groupCount()
            ? groups + " of " + Format.plural(model.groupCount(), "group", "groups")
            : model.count() == model.groupCount()
                ? alerts
                : alerts + " in " + Format.plural(model.groupCount(), "group", "groups"));
    table.setPlaceholder(
        model.count() == 0
            ? new EmptyState(
                MaterialDesignS.SHIELD_CHECK_OUTLINE,
                "No alerts",
                "No run went over its limit, nothing failed and nothing was lost. What is worth an"
                    + " alert is set in the alert rules.")
            : new EmptyState(
                MaterialDesignF.FILTER_OUTLINE, "No alert matches the filter", "Esc clears it."));
  }

  private static final class Row extends TreeTableRow<AlertRow> {

    /** The arrow stands in the middle too, which a tree does only in rows of one line. */
    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      if (getDisclosureNode() instanceof Region arrow) {
        double uneven = arrow.getInsets().getTop() - arrow.getInsets().getBottom();
        arrow.setLayoutY((getHeight() - arrow.getHeight() - uneven) / 2);
      }
    }

    @Override
    protected void updateItem(@Nullable AlertRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll("unread", "muted-row", "single-row");
      if (row != null && !empty) {
        if (row.unread()) {
          getStyleClass().add("unread");
        }
        if (row.group().muted()) {
          getStyleClass().add("muted-row");
        }
        if (row.single()) {
          getStyleClass().add("single-row");
        }
      }
    }
  }
}
