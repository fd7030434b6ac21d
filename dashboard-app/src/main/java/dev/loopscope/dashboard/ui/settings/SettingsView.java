package dev.loopscope.dashboard.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * The settings page. A choice holds at once, what is typed holds with Enter or when the cursor
 * leaves the field, so there is nothing to apply.
 */
public final class SettingsView extends VBox {

  private static final double WIDTH = 680;
  private static final int LIMIT_COLUMNS = 7;
  private static final int SOURCE_COLUMNS = 22;

  public SettingsView(SettingsViewModel model, Runnable done) {
    GridPane grid = new GridPane(16, 10);
    setId("settings");
    getStyleClass().add("overlay-box");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    Preferences now = model.preferences();
    ChoiceBox<Theme> theme =
        choice(Theme.values(), t -> t == Theme.LIGHT ? "Light" : "Dark", now.theme());
    theme.setId("theme-choice");
    theme.valueProperty().subscribe(model::setTheme);
    ChoiceBox<TimeDisplay> times =
        choice(
            TimeDisplay.values(),
            t -> t == TimeDisplay.SINCE_START ? "Since start" : "Time of day",
            now.timeDisplay());
    times.valueProperty().subscribe(model::setTimeDisplay);
    ToggleSwitch ask = new ToggleSwitch();
    ask.setSelected(now.askBeforeClosing());
    ask.setAccessibleText("Ask before closing a live session that is not saved");
    ask.selectedProperty().subscribe(model::setAskBeforeClosing);
    grid.addRow(0, Controls.label("Colours"), theme);
    grid.addRow(1, Controls.label("Times"), times);
    grid.addRow(2, Controls.label("Ask before closing what is unsaved"), ask);
    grid.addRow(
        3,
        Controls.label("A run is too long after (ms)"),
        limit("default-limit", model.defaultLimit(), "", model::setDefaultLimit));
    int row = 4;
    for (String kind : model.kinds()) {
      grid.addRow(
          row++,
          Controls.label("    on loops of kind " + kind),
          limit(
              "limit-" + kind,
              model.limit(kind),
              model.limitWithoutOwn(kind),
              text -> model.setLimit(kind, text)));
    }
    TextField command =
        limit(
            "source-command",
            model.sourceCommand(),
            "idea --line {line} {file}",
            model::setSourceCommand);
    command.setPrefColumnCount(SOURCE_COLUMNS);
    command.setAccessibleText("Command that opens source");
    TextField folders =
        limit(
            "source-folders",
            model.sourceFolders(),
            "such as /home/me/shop/src/main/java",
            model::setSourceFolders);
    folders.setPrefColumnCount(SOURCE_COLUMNS);
    folders.setAccessibleText("Source folders");
    grid.addRow(row++, Controls.label("Open source with"), command);
    grid.addRow(row++, Controls.label("Source folders"), folders);
    Label problem = Controls.label("", "danger-text");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problemProperty());
    Label hint =
        Controls.label(
            "What is typed holds with Enter or when you leave its field; limits hold for the process"
                + " that is being watched, too.",
            "muted");
    hint.setWrapText(true);
    Button close = new Button("Done");
    close.setDefaultButton(true);
    close.setCancelButton(true);
    close.getStyleClass().add(Styles.ACCENT);
    close.setOnAction(event -> done.run());
    getChildren()
        .addAll(
            Controls.label("Settings", Styles.TITLE_3),
            grid,
            hint,
            Controls.row("settings-end", problem, Controls.spacer(), close));
  }

  private static TextField limit(String id, String value, String prompt, Predicate<String> accept) {
    TextField field = new TypedField(id, value, prompt, accept);
    field.setPrefColumnCount(LIMIT_COLUMNS);
    field.setMaxWidth(USE_PREF_SIZE);
    field.setAccessibleText("Limit in milliseconds");
    return field;
  }

  private static <T> ChoiceBox<T> choice(T[] values, Function<T, String> name, T now) {
    ChoiceBox<T> box = new ChoiceBox<>();
    box.getItems().setAll(values);
    box.setValue(now);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
          }
        });
    return box;
  }
}
