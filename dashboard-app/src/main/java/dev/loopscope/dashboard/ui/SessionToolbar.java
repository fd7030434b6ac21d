package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.words.Framework;
import dev.loopscope.protocol.Hello;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The line at the top of a session: what is watched, and what can be done with it. */
final class SessionToolbar extends HBox {

  /** Pixels that a process's name may take at the expense of all else. */
  private static final double MOST_TITLE = 320;

  private final ToggleButton byLoop = new ToggleButton("Loops");
  private final ToggleButton byFlow = new ToggleButton("Flows");
  private final Session session;
  private final TimelinePane timeline;
  private final Label title = Controls.label("", "session-title");
  private final Label facts = Controls.label("", "session-facts");
  private final Label clock = Controls.label("", "session-clock");
  private final Button follow = new Button();
  private final CustomTextField search = new CustomTextField();

  SessionToolbar(Session session, TimelinePane timeline, SessionActions actions) {
    this.session = session;
    this.timeline = timeline;
    getStyleClass().add("session-toolbar");
    facts.setMinWidth(0);
    clock.setMinWidth(USE_PREF_SIZE);
    clock.setTooltip(new Tooltip("Length of the session"));
    follow.setId("follow");
    follow.setMinWidth(USE_PREF_SIZE);
    follow.setOnAction(event -> togglePause());
    timeline.followingProperty().subscribe(on -> showFollowing());
    Button save = Controls.button("Save", MaterialDesignC.CONTENT_SAVE_OUTLINE, actions::save);
    save.setId("save");
    save.setMinWidth(USE_PREF_SIZE);
    Controls.explain(save, "Save the session as a recording (Ctrl+S)");
    buildSearch();
    getChildren()
        .addAll(
            Controls.iconButton(
                MaterialDesignA.ARROW_LEFT, "Close the session (Ctrl+W)", actions::closeSession),
            title,
            facts,
            Controls.spacer(),
            follow,
            clock,
            save,
            lanes(),
            search,
            Controls.iconButton(
                MaterialDesignT.THEME_LIGHT_DARK, "Light or dark (Ctrl+T)", actions::toggleTheme),
            Controls.iconButton(
                MaterialDesignC.COG_OUTLINE, "Settings (Ctrl+,)", actions::showSettings),
            Controls.iconButton(
                MaterialDesignH.HELP_CIRCLE_OUTLINE, "Keys and help (?)", actions::showHelp));
    refresh();
  }

  private void buildSearch() {
    search.setId("search");
    search.setPromptText("Search (/)");
    search.setAccessibleText("Search for runs by type");
    search.setPrefColumnCount(13);
    search.setMinWidth(90);
    search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    search.textProperty().subscribe(timeline::search);
  }

  /** Chooses what a lane is, as if the button had been pressed. */
  void chooseLanes(boolean flows) {
    (flows ? byFlow : byLoop).setSelected(true);
  }

  private HBox lanes() {
    ToggleGroup group = new ToggleGroup();
    byLoop.setId("lanes-by-loop");
    byFlow.setId("lanes-by-flow");
    byLoop.getStyleClass().add(Styles.LEFT_PILL);
    byFlow.getStyleClass().add(Styles.RIGHT_PILL);
    Controls.explain(byLoop, "A lane is a loop");
    Controls.explain(byFlow, "A lane is a flow: a task with all that it caused");
    group.getToggles().addAll(byLoop, byFlow);
    byLoop.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener(
            (property, old, now) -> {
              if (now == null && old != null) {
                old.setSelected(true);
              } else if (now != null) {
                timeline.lanesByFlow(now == byFlow);
              }
            });
    HBox box = new HBox(byLoop, byFlow);
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  /** Pulls what changes over time. */
  void refresh() {
    title.setText(session.title());
    // which process it is matters more than what is in it, unless its name is endless
    title.setMinWidth(Math.min(MOST_TITLE, title.prefWidth(-1)));
    facts.setText(facts(session));
    clock.setText(Format.elapsed(session.trace().extent().lengthNanos()));
    showFollowing();
  }

  private static String facts(Session session) {
    Hello hello = session.trace().hello();
    if (hello == null) {
      return "";
    }
    TreeSet<String> frameworks = new TreeSet<>();
    for (LoopInfo info : session.trace().loops()) {
      frameworks.add(Framework.of(info.loop()).name());
    }
    String list = String.join(", ", frameworks);
    return "JDK " + hello.process().javaVersion() + (list.isEmpty() ? "" : " · " + list);
  }

  private void showFollowing() {
    boolean over = session.isLive() && isOver(session.status().phase());
    boolean live = session.isLive() && !over;
    boolean on = timeline.followingProperty().get();
    String text = over ? "Ended" : live ? (on ? "Live" : "Paused") : "Replay";
    if (!text.equals(follow.getText()) || follow.getGraphic() == null) {
      follow.setText(text);
      follow.setDisable(!live);
      follow.setGraphic(
          live
              ? on
                  ? Controls.icon(MaterialDesignR.RECORD_CIRCLE_OUTLINE, "danger")
                  : Controls.icon(MaterialDesignP.PAUSE, "warning")
              : new FontIcon(
                  over ? MaterialDesignF.FLAG_OUTLINE : MaterialDesignS.SKIP_PREVIOUS_OUTLINE));
      Controls.explain(
          follow, on ? "Hold the timeline where it is (Space)" : "Follow the newest (Space)");
    }
  }

  private static boolean isOver(Phase phase) {
    return phase == Phase.ENDED || phase == Phase.FAILED;
  }

  void togglePause() {
    if (session.isLive()) {
      timeline.follow(!timeline.followingProperty().get());
    }
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }
}
