package dev.loopscope.dashboard.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the cursor is; plain letters stay with a text field in use. */
final class AppKeys {

  /** What the keys do. */
  interface Actions extends SessionActions {
    void open();

    void togglePause();

    void focusSearch();

    void focusFilter();

    void clear();
  }

  private final Scene scene;
  private final Actions actions;
  private final Map<KeyCombination, Runnable> shortcuts = new LinkedHashMap<>();

  private AppKeys(Scene scene, Actions actions) {
    this.scene = scene;
    this.actions = actions;
    shortcuts.put(control(KeyCode.S), actions::save);
    shortcuts.put(control(KeyCode.O), actions::open);
    shortcuts.put(control(KeyCode.W), actions::closeSession);
    shortcuts.put(control(KeyCode.F), actions::focusFilter);
    shortcuts.put(control(KeyCode.T), actions::toggleTheme);
    shortcuts.put(control(KeyCode.COMMA), actions::showSettings);
  }

  static void install(Scene scene, Actions actions) {
    AppKeys keys = new AppKeys(scene, actions);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::shortcut);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
  }

  private static KeyCombination control(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private void shortcut(KeyEvent event) {
    shortcuts.forEach(
        (keys, action) -> {
          if (!event.isConsumed() && keys.match(event)) {
            event.consume();
            action.run();
          }
        });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      actions.clear();
    } else if (event.getCode() == KeyCode.F1) {
      actions.showHelp();
    } else if (event.getCode() == KeyCode.SPACE && !typing()) {
      actions.togglePause();
    }
  }

  private void typed(KeyEvent event) {
    if (typing() || event.isConsumed()) {
      return;
    }
    if (event.getCharacter().equals("?")) {
      actions.showHelp();
    } else if (event.getCharacter().equals("/")) {
      actions.focusSearch();
      event.consume();
    }
  }

  private boolean typing() {
    return scene.getFocusOwner() instanceof TextInputControl;
  }
}
