package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.control.TreeItem;

/**
 * The groups as items of a tree, their alerts below. An update changes only what differs, so that
 * what is open, chosen and in sight stays so.
 */
final class AlertTree {

  private final AlertsViewModel model;
  private final TreeItem<AlertRow> root = new TreeItem<>();
  private final Map<AlertKey, Item> items = new HashMap<>();

  AlertTree(AlertsViewModel model) {
    this.model = model;
    root.setExpanded(true);
  }

  TreeItem<AlertRow> root() {
    return root;
  }

  /** A group; its alerts are looked up when it is opened. */
  private final class Item extends TreeItem<AlertRow> {

    Item(AlertRow row) {
      super(row);
      expandedProperty().addListener((property, was, is) -> refresh());
    }

    @Override
    public boolean isLeaf() {
      return getValue().group().count() < 2;
    }

    void update(AlertRow row) {
      if (!row.equals(getValue())) {
        boolean leaf = isLeaf();
        setValue(row);
        refresh();
        if (leaf != isLeaf()) {
          // The table asks for it again only after an event.
          Event.fireEvent(this, new TreeModificationEvent<>(valueChangedEvent(), this, row));
        }
      }
    }

    private void refresh() {
      if (!isExpanded() || isLeaf()) {
        getChildren().clear();
        return;
      }
      List<TreeItem<AlertRow>> next = new ArrayList<>();
      Map<Long, TreeItem<AlertRow>> known = new HashMap<>();
      getChildren().forEach(child -> known.put(child.getValue().alert().id(), child));
      for (AlertRow row : model.single(getValue().group())) {
        Alert alert = row.alert();
        TreeItem<AlertRow> child = known.getOrDefault(alert.id(), new TreeItem<>(row));
        if (!child.getValue().equals(row)) {
          child.setValue(row);
        }
        next.add(child);
      }
      replace(getChildren(), next);
    }
  }

  /** Takes over what the model shows now; answers whether lines came or went. */
  boolean refresh() {
    List<TreeItem<AlertRow>> next = new ArrayList<>();
    for (AlertRow row : model.rows()) {
      AlertKey key = row.group().key();
      Item item = items.get(key);
      if (item == null) {
        item = new Item(row);
        items.put(key, item);
      } else {
        item.update(row);
      }
      next.add(item);
    }
    return replace(root.getChildren(), next);
  }

  /** The item of a line; its group's when the line is not there. */
  TreeItem<AlertRow> find(AlertRow row) {
    TreeItem<AlertRow> group = items.get(row.group().key());
    if (group == null) {
      return root;
    }
    if (row.single()) {
      for (TreeItem<AlertRow> child : group.getChildren()) {
        if (child.getValue().alert().id() == row.alert().id()) {
          return child;
        }
      }
    }
    return group;
  }

  private static boolean replace(
      ObservableList<TreeItem<AlertRow>> items, List<TreeItem<AlertRow>> next) {
    if (new HashSet<>(items).equals(new HashSet<>(next))) {
      return false; // the order is that of the columns when the user chose one
    }
    int added = next.size() - items.size();
    if (added > 0 && Objects.equals(items, next.subList(added, next.size()))) {
      items.addAll(0, next.subList(0, added));
    } else {
      items.setAll(next);
    }
    return true;
  }
}
