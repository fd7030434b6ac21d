package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.TimelinePane;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Stands in for the timeline and notes what is asked of it. */
public final class StillTimeline implements TimelinePane {

  public final List<TimeSpan> revealed = new ArrayList<>();
  public boolean byFlow;
  public final List<String> searched = new ArrayList<>();
  private final StackPane node = new StackPane(new Label("timeline"));
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private TimeSpan visible;

  public StillTimeline(TimeSpan visible) {
    this.visible = visible;
    node.setFocusTraversable(true);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  @Override
  public void follow(boolean on) {
    following.set(on);
  }

  @Override
  public void lanesByFlow(boolean on) {
    byFlow = on;
  }

  @Override
  public void search(String text) {
    searched.add(text);
  }

  @Override
  public void useDark(boolean dark) {
    node.setStyle(dark ? "-fx-background-color: #111" : "-fx-background-color: #eee");
  }

  @Override
  public void show(TimeSpan span) {
    visible = span;
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public TimeSpan visible() {
    return visible;
  }

  @Override
  public void reveal(TimeSpan span) {
    revealed.add(span);
    visible = span;
  }
}
