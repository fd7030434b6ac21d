package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.TimelinePane;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.model.LaneTree.Source;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;

/** The timeline of a session as the session window knows it. FX thread. */
public final class SessionTimeline implements TimelinePane {

  private final TimelineModel model;
  private final TimelineView view;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper();

  public SessionTimeline(Session session, Selection selection, Background background) {
    model =
        new TimelineModel(
            session.trace(), session.alerts(), selection, session.isLive(), System::nanoTime);
    view = new TimelineView(model, background, System::nanoTime);
    following.set(model.viewport().isFollowing());
    model.viewport().onChange(() -> following.set(model.viewport().isFollowing()));
  }

  @Override
  public Region node() {
    return view;
  }

  /** The view itself, with what pictures and tests ask of it. */
  public TimelineView view() {
    return view;
  }

  public TimelineModel model() {
    return model;
  }

  @Override
  public ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  @Override
  public void follow(boolean on) {
    if (on) {
      model.viewport().follow();
    } else {
      model.viewport().pause();
    }
  }

  @Override
  public void lanesByFlow(boolean on) {
    model.lanes().show(on ? Source.FLOWS : Source.LOOPS);
  }

  @Override
  public void search(String text) {
    model.search().setQuery(text);
  }

  @Override
  public boolean isBusy() {
    return view.isBusy();
  }

  @Override
  public void useDark(boolean dark) {
    view.setPalette(dark ? Palette.DARK : Palette.LIGHT);
  }

  @Override
  public void show(TimeSpan span) {
    model.pull(); // a span is shown within what is known, and before the first pulse nothing is
    model.viewport().show(span);
  }

  @Override
  public TimeSpan visible() {
    return model.visible();
  }

  @Override
  public void reveal(TimeSpan span) {
    model.reveal(span);
  }
}
