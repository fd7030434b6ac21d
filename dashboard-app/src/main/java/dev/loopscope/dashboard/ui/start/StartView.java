package dev.loopscope.dashboard.ui.start;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Ticker;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The first page: choose what to watch or what to open. */
public final class StartView extends BorderPane {

  private static final double REFRESH_MILLIS = 2_000;
  private static final double SIDE_WIDTH = 440;

  private final StartViewModel model;
  private final ProcessPanel processes;

  /** What the page asks the application to do. */
  public interface Actions {
    /** Lets the user choose a recording. */
    void chooseFile();

    void toggleTheme();

    void showSettings();

    void showHelp();
  }

  public StartView(StartViewModel model, Actions actions) {
    this.model = model;
    getStyleClass().add("start-page");
    processes = new ProcessPanel(model);
    VBox side = new VBox(16, demo(), new RecentPanel(model, actions::chooseFile), connect());
    VBox.setVgrow(side.getChildren().get(1), Priority.ALWAYS);
    side.setPrefWidth(SIDE_WIDTH);
    side.setMinWidth(SIDE_WIDTH);
    HBox body = new HBox(processes, side);
    body.getStyleClass().add("start-body");
    HBox.setHgrow(processes, Priority.ALWAYS);
    setTop(new VBox(new OpeningBanner(model.opening()), header(actions)));
    setCenter(body);
    Ticker.whileShown(this, REFRESH_MILLIS, model::refresh);
    model
        .opening()
        .stateProperty()
        .subscribe(state -> body.setDisable(state instanceof Opening.State.Busy));
  }

  /** Puts the cursor where typing finds a process. */
  public void focusFilter() {
    processes.focusFilter();
  }

  private HBox header(Actions actions) {
    VBox words =
        new VBox(
            Controls.label("Loopscope", "start-name"),
            Controls.label("See who blocks your event loop, while it is blocked.", "muted"));
    return Controls.row(
        "start-header",
        new FontIcon(MaterialDesignR.RADAR),
        words,
        Controls.spacer(),
        Controls.iconButton(
            MaterialDesignT.THEME_LIGHT_DARK, "Light or dark (Ctrl+T)", actions::toggleTheme),
        Controls.iconButton(
            MaterialDesignC.COG_OUTLINE, "Settings (Ctrl+,)", actions::showSettings),
        Controls.iconButton(
            MaterialDesignH.HELP_CIRCLE_OUTLINE, "Keys and help (?)", actions::showHelp));
  }

  private VBox demo() {
    Button start =
        Controls.button(
            "Try the demo",
            MaterialDesignP.PLAY_OUTLINE,
            () -> model.opening().begin(new SessionSource.Demo()));
    start.setId("demo");
    start.getStyleClass().add(Styles.ACCENT);
    start.setMinWidth(USE_PREF_SIZE);
    Label what =
        Controls.label(
            "A chat server in its own JVM, with one handler that blocks now and then.", "muted");
    what.setWrapText(true);
    what.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(what, Priority.ALWAYS);
    VBox panel =
        new VBox(
            Controls.row("panel-head", Controls.label("New here?", "panel-title")),
            Controls.row("panel-body", what, start));
    panel.getStyleClass().add("panel");
    return panel;
  }

  private ConnectPanel connect() {
    return new ConnectPanel(model.opening()::begin);
  }
}
