package dev.loopscope.dashboard.ui;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Controls;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** All keys at a glance. */
final class HelpOverlay extends VBox {

  HelpOverlay(Runnable done) {
    setId("help");
    getStyleClass().add("overlay-box");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    HBox groups = new HBox(36);
    for (KeyList.Group group : KeyList.GROUPS) {
      GridPane grid = new GridPane(14, 7);
      int row = 0;
      for (KeyList.Key key : group.keys()) {
        grid.addRow(row++, Controls.label(key.keys(), "key-cap"), Controls.label(key.what()));
      }
      groups.getChildren().add(new VBox(10, Controls.label(group.title(), Styles.TITLE_4), grid));
    }
    Button close = new Button("Close");
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.setOnAction(event -> done.run());
    getChildren()
        .addAll(
            Controls.label("Keys", Styles.TITLE_3),
            groups,
            Controls.row("overlay-end", Controls.spacer(), close));
  }
}
