package dev.loopscope.dashboard.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.RuleWords;
import dev.loopscope.dashboard.ui.settings.AlertSettingsViewModel.Seconds;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/**
 * What is worth an alert and how it is told. A switch holds at once, what is typed holds with Enter
 * or when the cursor leaves the field.
 */
public final class AlertSettingsView extends VBox {

  private static final double WIDTH = 900;

  /** Of a field: a rule without a limit takes no less room. */
  private static final double LIMIT_HEIGHT = 34;

  private static final int LIMIT_COLUMNS = 6;
  private static final int ADDRESS_COLUMNS = 30;

  private final AlertSettingsViewModel model;

  /**
   * The page.
   *
   * @param webhook the line for the address that is told of alerts
   * @param done closes the page
   */
  public AlertSettingsView(AlertSettingsViewModel model, Node webhook, Runnable done) {
    this.model = model;
    setId("alert-settings");
    getStyleClass().add("overlay-box");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    GridPane rules = new GridPane(12, 6);
    int row = 0;
    for (AlertKind rule : AlertKind.values()) {
      row = addRule(rules, rule, row);
    }
    VBox body = new VBox(16, rules, telling(), clips(), webhook);
    body.setPadding(new Insets(0, 12, 0, 0));
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label problem = Controls.label("", "danger-text");
    problem.setId("alert-settings-problem");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problemProperty());
    Button close = new Button("Done");
    close.setDefaultButton(true);
    close.setCancelButton(true);
    close.getStyleClass().add(Styles.ACCENT);
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> done.run());
    getChildren()
        .addAll(
            Controls.label("Alert rules", Styles.TITLE_3),
            scroll,
            Controls.row("settings-end", problem, Controls.spacer(), close));
  }

  private int addRule(GridPane grid, AlertKind rule, int row) {
    ToggleSwitch on = new ToggleSwitch();
    on.setId("rule-" + rule.name());
    on.setSelected(model.isEnabled(rule));
    on.setAccessibleText(RuleWords.word(rule) + " on or off");
    on.selectedProperty().subscribe(selected -> model.setEnabled(rule, selected));
    Label name = Controls.label(RuleWords.word(rule), "strong");
    name.setMinWidth(USE_PREF_SIZE);
    Label what = Controls.label(RuleWords.explanation(rule), "muted");
    what.setMinWidth(0);
    HBox.setHgrow(what, Priority.ALWAYS);
    GridPane.setHgrow(what, Priority.ALWAYS);
    HBox limit = new HBox(6);
    limit.getStyleClass().add("limit-field");
    grid.addRow(
        row,
        on,
        Controls.row("rule-name", Controls.icon(RuleWords.icon(rule), RuleWords.state(rule)), name),
        what,
        limit);
    limit.setMinHeight(LIMIT_HEIGHT);
    if (AlertSettingsViewModel.unit(rule).isEmpty()) {
      return row + 2; // as far apart as those with limits of loops between them
    }
    String prompt = AlertSettingsViewModel.followsBlocked(rule) ? "as blocked" : "";
    TextField field =
        field(
            "limit-" + rule.name(), model.limit(rule), prompt, text -> model.setLimit(rule, text));
    field.setAccessibleText("Limit of the rule " + RuleWords.word(rule));
    LoopLimitsEditor loops = new LoopLimitsEditor(model, rule);
    Label unit = Controls.label(AlertSettingsViewModel.unit(rule), "muted");
    unit.setMinWidth(52);
    limit.getChildren().addAll(field, unit, loops.button());
    grid.add(loops, 1, row + 1, 3, 1);
    return row + 2;
  }

  private VBox telling() {
    HBox quiet =
        line(
            "Tell of the same trouble again after",
            seconds("quiet-seconds", Seconds.QUIET),
            Controls.label("s", "muted"));
    HBox messages =
        line(
            "Show a message in the window, or on the desktop while it is not in use",
            toggle("notifications", model.notifications(), model::setNotifications));
    VBox section = section("Telling", messages, quiet);
    if (model.muted() > 0) {
      Label muted = Controls.label(model.muted() + " muted", "muted");
      Button unmute = Controls.button("Unmute all", MaterialDesignB.BELL_OUTLINE, () -> {});
      unmute.setId("unmute-all");
      unmute.getStyleClass().add(Styles.SMALL);
      HBox line = line("Groups that nobody is told of", muted, unmute);
      unmute.setOnAction(
          event -> {
            model.unmuteAll();
            section.getChildren().remove(line);
          });
      section.getChildren().add(line);
    }
    return section;
  }

  private VBox clips() {
    return section(
        "Clips",
        line(
            "Keep a clip of the recording with each alert",
            toggle("clips", model.clips(), model::setClips)),
        line(
            "A clip begins before the alert and ends after it by",
            seconds("clip-before", Seconds.CLIP_BEFORE),
            Controls.label("s and", "muted"),
            seconds("clip-after", Seconds.CLIP_AFTER),
            Controls.label("s", "muted")));
  }

  private static VBox section(String title, Node... lines) {
    VBox section = new VBox(6, Controls.label(title, "section-title"));
    section.getChildren().addAll(lines);
    return section;
  }

  private static HBox line(String words, Node... controls) {
    HBox line = Controls.row("limit-field", Controls.label(words), Controls.spacer());
    line.setSpacing(8);
    line.getChildren().addAll(controls);
    return line;
  }

  private TextField seconds(String id, Seconds which) {
    TextField field = field(id, model.seconds(which), "", text -> model.setSeconds(which, text));
    field.setAccessibleText("Seconds");
    return field;
  }

  private static ToggleSwitch toggle(String id, boolean now, Consumer<Boolean> changed) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId(id);
    toggle.setSelected(now);
    toggle.selectedProperty().addListener((property, was, is) -> changed.accept(is));
    return toggle;
  }

  /** A field for a number; it turns red while what stands in it was not taken. */
  static TextField field(String id, String value, String prompt, Predicate<String> accept) {
    TextField field = new TypedField(id, value, prompt, accept);
    field.setPrefColumnCount(LIMIT_COLUMNS);
    field.setMaxWidth(USE_PREF_SIZE);
    field.setMinWidth(USE_PREF_SIZE);
    return field;
  }

  /** The line for an address: a switchless field with what is wrong with it below. */
  public static VBox webhook(String now, UnaryOperator<String> accept) {
    Label problem = Controls.label("", "danger-text");
    problem.setId("webhook-problem");
    problem.setWrapText(true);
    TextField field =
        field(
            "webhook",
            now,
            "https://…  (empty: none)",
            text -> {
              String wrong = accept.apply(text);
              problem.setText(wrong);
              return wrong.isEmpty();
            });
    field.setPrefColumnCount(ADDRESS_COLUMNS);
    field.setAccessibleText("Address that gets a JSON text of each alert");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    Label hint =
        Controls.label(
            "https, or http to this machine only; nothing is sent while empty.", "muted");
    return section("Webhook", line("Send a JSON text of each alert to", field), hint, problem);
  }
}
