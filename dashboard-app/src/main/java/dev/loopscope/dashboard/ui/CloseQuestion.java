package dev.loopscope.dashboard.ui;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Controls;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks what to do with a live session of which something was not saved. */
final class CloseQuestion extends VBox {

  private static final double WIDTH = 540;

  /** What the user chose. */
  enum Answer {
    SAVE,
    DISCARD,
    STAY
  }

  /** The answer, and whether to ask again another time. */
  record Choice(Answer answer, boolean askAgain) {}

  /**
   * Asks of the session with this title.
   *
   * @param ended whether there is nothing left to watch
   * @param saved whether it was saved before, so that only what came since is at stake
   */
  CloseQuestion(String title, boolean ended, boolean saved, Consumer<Choice> chosen) {
    setId("close-question");
    getStyleClass().add("overlay-box");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    Label text =
        Controls.label(
            "What was recorded of "
                + title
                + (saved ? " since it was saved" : "")
                + " is lost unless it is saved"
                + (saved ? " again." : ".")
                + (ended ? "" : " The process itself goes on as if nothing had been."));
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    CheckBox never = new CheckBox("Do not ask again");
    Button save = new Button("Save…");
    save.setDefaultButton(true);
    save.getStyleClass().add(Styles.ACCENT);
    Button discard = new Button("Close without saving");
    discard.setId("discard");
    Button stay = new Button("Cancel");
    stay.setCancelButton(true);
    save.setOnAction(event -> chosen.accept(new Choice(Answer.SAVE, !never.isSelected())));
    discard.setOnAction(event -> chosen.accept(new Choice(Answer.DISCARD, !never.isSelected())));
    stay.setOnAction(event -> chosen.accept(new Choice(Answer.STAY, true)));
    HBox buttons = new HBox(8, stay, discard, save);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(Controls.label("Save before closing?", Styles.TITLE_3), text, never, buttons);
  }
}
