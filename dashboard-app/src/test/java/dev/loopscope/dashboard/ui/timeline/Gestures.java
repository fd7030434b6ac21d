package dev.loopscope.dashboard.ui.timeline;

import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Fires what mouse, wheel and keys would, at exact places of a node. FX thread. */
final class Gestures {

  private final Node node;

  Gestures(Node node) {
    this.node = node;
  }

  void click(double x, double y) {
    fire(MouseEvent.MOUSE_PRESSED, x, y, 1, false);
    fire(MouseEvent.MOUSE_RELEASED, x, y, 1, false);
    fire(MouseEvent.MOUSE_CLICKED, x, y, 1, false);
  }

  void doubleClick(double x, double y) {
    click(x, y);
    fire(MouseEvent.MOUSE_PRESSED, x, y, 2, false);
    fire(MouseEvent.MOUSE_RELEASED, x, y, 2, false);
  }

  void move(double x, double y) {
    fire(MouseEvent.MOUSE_MOVED, x, y, 0, false);
  }

  void drag(double fromX, double fromY, double toX, double toY, boolean control) {
    fire(MouseEvent.MOUSE_PRESSED, fromX, fromY, 1, control);
    fire(MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, (fromY + toY) / 2, 1, control);
    fire(MouseEvent.MOUSE_DRAGGED, toX, toY, 1, control);
    fire(MouseEvent.MOUSE_RELEASED, toX, toY, 1, control);
  }

  /** Turns the wheel by {@code clicks}, up when positive. */
  void wheel(double x, double y, double clicks, Set<KeyCode> held) {
    Point2D place = node.localToScene(x, y);
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            place.getX(),
            place.getY(),
            place.getX(),
            place.getY(),
            held.contains(KeyCode.SHIFT),
            held.contains(KeyCode.CONTROL),
            held.contains(KeyCode.ALT),
            false,
            false,
            false,
            0,
            clicks * 40,
            0,
            clicks * 40,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  void press(KeyCode code) {
    press(code, false);
  }

  void press(KeyCode code, boolean control) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
  }

  private void fire(EventType<MouseEvent> type, double x, double y, int clicks, boolean control) {
    Point2D place = node.localToScene(x, y);
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            place.getX(),
            place.getY(),
            place.getX(),
            place.getY(),
            MouseButton.PRIMARY,
            clicks,
            false,
            control,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
