package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Navigation;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;

/** What the session window asks of the timeline in its middle. FX thread. */
public interface TimelinePane extends Navigation {

  Region node();

  /** Whether the newest data stays in sight. */
  ReadOnlyBooleanProperty followingProperty();

  /** Follows the newest data, or stays where it is. */
  void follow(boolean on);

  /** Whether a lane is a flow, not a loop. */
  void lanesByFlow(boolean on);

  /** Marks the runs whose type contains {@code text}; blank for none. */
  void search(String text);

  /** Shows exactly {@code span}. */
  void show(TimeSpan span);

  /** Whether part of what it shows is still being computed. */
  boolean isBusy();

  /** Says that the colours of the theme changed. */
  void useDark(boolean dark);
}
