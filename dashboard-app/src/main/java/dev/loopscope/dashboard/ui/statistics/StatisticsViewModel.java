package dev.loopscope.dashboard.ui.statistics;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.FreshAnswer;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Numbers over what the timeline shows. */
public final class StatisticsViewModel {

  private final Trace trace;
  private final Selection selection;
  private final Navigation navigation;
  private final FreshAnswer<TimeSpan, StatisticsQuery.Answer> asking;
  private final ReadOnlyObjectWrapper<StatisticsQuery.Answer> answer =
      new ReadOnlyObjectWrapper<>(new StatisticsQuery.Answer(List.of(), List.of()));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public StatisticsViewModel(
      Trace trace, Selection selection, Navigation navigation, Background background) {
    this.trace = trace;
    this.selection = selection;
    this.navigation = navigation;
    asking = new FreshAnswer<>(trace, background);
  }

  /** Asks anew when the window or the trace changed; not while an answer is awaited. */
  public void refresh() {
    TimeSpan visible = navigation.visible();
    asking.refresh(
        visible, () -> new StatisticsQuery(trace, visible).ask(), this::show, this::failed);
  }

  private void show(StatisticsQuery.Answer next) {
    problem.set("");
    answer.set(next);
  }

  private void failed(Throwable failure) {
    problem.set("The numbers could not be added up: " + failure.getMessage());
  }

  public void select(LoopRow row) {
    selection.select(new Selected.OfLoop(row.loop()));
  }

  ReadOnlyObjectProperty<StatisticsQuery.Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** A sentence when the numbers are not there; otherwise empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public boolean isBusy() {
    return asking.isBusy();
  }
}
