package dev.loopscope.dashboard.ui.settings;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.settings.AlertSettingsViewModel.LoopLimit;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The limits of one rule for some loops only; shut until its button is pressed. */
final class LoopLimitsEditor extends VBox {

  private static final String KIND = "Kind";
  private static final String NAME = "Loop or group";

  private final AlertSettingsViewModel model;
  private final AlertKind rule;
  private final Button button = new Button();

  LoopLimitsEditor(AlertSettingsViewModel model, AlertKind rule) {
    this.model = model;
    this.rule = rule;
    setSpacing(4);
    getStyleClass().add("loop-limits");
    button.setId("loops-" + rule.name());
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> setOpen(!isVisible()));
    Controls.explain(button, "Limits for loops of one kind, or for single loops");
    setOpen(false);
  }

  /** Opens and shuts the editor. */
  Button button() {
    return button;
  }

  private void setOpen(boolean open) {
    setVisible(open);
    setManaged(open);
    if (open) {
      rebuild();
    }
    int count = model.loopLimits(rule).size();
    button.setText(
        open
            ? "Per loop ▴"
            : count == 0 ? "Per loop ▾" : Format.plural(count, "exception", "exceptions") + " ▾");
  }

  private void rebuild() {
    getChildren().clear();
    List<LoopLimit> limits = model.loopLimits(rule);
    limits.forEach(limit -> getChildren().add(line(limit)));
    getChildren().add(adding());
  }

  private HBox line(LoopLimit limit) {
    TextField field =
        AlertSettingsView.field(
            "",
            limit.limit(),
            "",
            text -> model.setLoopLimit(rule, limit.loops(), limit.kind(), text));
    field.setAccessibleText("Limit for " + limit.loops());
    HBox line =
        Controls.row(
            "limit-field",
            Controls.label(limit.kind() ? "loops of kind" : "loop or group", "muted"),
            Controls.label(limit.loops(), "strong"),
            Controls.spacer(),
            field,
            Controls.label(AlertSettingsViewModel.unit(rule), "muted"),
            Controls.iconButton(
                MaterialDesignD.DELETE_OUTLINE,
                "Take this limit back",
                () -> {
                  model.removeLoopLimit(rule, limit.loops(), limit.kind());
                  rebuild();
                }));
    line.setSpacing(8);
    return line;
  }

  private HBox adding() {
    ChoiceBox<String> which = new ChoiceBox<>();
    which.getItems().setAll(KIND, NAME);
    which.setValue(NAME);
    which.setAccessibleText("What the name names");
    ComboBox<String> loops = new ComboBox<>();
    loops.setId("loops-name-" + rule.name());
    loops.setEditable(true);
    loops.getItems().setAll(model.loops());
    loops.getEditor().setPromptText("for example worker-1");
    loops.setPrefWidth(200);
    TextField limit =
        AlertSettingsView.field("loops-limit-" + rule.name(), "", "limit", text -> true);
    limit.setAccessibleText("Limit");
    Button add =
        Controls.button(
            "Add",
            MaterialDesignP.PLUS,
            () -> {
              boolean kind = which.getValue().equals(KIND);
              if (model.setLoopLimit(rule, loops.getEditor().getText(), kind, limit.getText())) {
                rebuild();
              }
            });
    add.setId("loops-add-" + rule.name());
    limit.setOnAction(event -> add.fire());
    add.getStyleClass().add(Styles.SMALL);
    add.setMinWidth(USE_PREF_SIZE);
    HBox line = Controls.row("limit-field", which, loops, limit, add);
    line.setSpacing(8);
    return line;
  }
}
