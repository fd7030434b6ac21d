package dev.loopscope.dashboard.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field whose text is taken over when the user is done with it: with Enter, or when the cursor
 * goes elsewhere. Half a number or half an address never counts; Escape goes back to what did. Red
 * while what stands in it was refused. FX thread.
 */
final class TypedField extends TextField {

  private final Predicate<String> accept;
  private final ChangeListener<Node> cursor =
      (property, old, now) -> {
        if (old == this) {
          takeOver();
        }
      };
  private String taken;
  private boolean refused;

  /**
   * A field.
   *
   * @param accept takes a text over, or answers false
   */
  TypedField(String id, String value, String prompt, Predicate<String> accept) {
    super(value);
    this.accept = accept;
    taken = value;
    setId(id);
    setPromptText(prompt);
    setOnAction(event -> takeOver());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // Not the field's own focus: that also goes when another window is used to look something up.
    sceneProperty()
        .addListener(
            (property, old, now) -> {
              if (old != null) {
                old.focusOwnerProperty().removeListener(cursor);
              }
              if (now != null) {
                now.focusOwnerProperty().addListener(cursor);
              }
            });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      setText(taken);
      takeOver();
    }
  }

  private void takeOver() {
    String typed = getText();
    if (typed.equals(taken) && !refused) {
      return;
    }
    refused = !accept.test(typed);
    if (!refused) {
      taken = typed;
    }
    pseudoClassStateChanged(Styles.STATE_DANGER, refused);
  }
}
