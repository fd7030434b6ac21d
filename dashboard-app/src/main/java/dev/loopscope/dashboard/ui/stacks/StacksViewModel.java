package dev.loopscope.dashboard.ui.stacks;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Latest;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.protocol.Stall;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The call tree of the stalls that the timeline shows. */
public final class StacksViewModel {

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final Navigation navigation;
  private final Latest<FrameNode> asking;
  private final ReadOnlyObjectWrapper<FrameNode> root =
      new ReadOnlyObjectWrapper<>(new FrameNode(""));
  private TimeSpan answered = TimeSpan.EMPTY;
  private List<Stall> answeredStalls = List.of();

  public StacksViewModel(Trace trace, Navigation navigation, Background background) {
    this.trace = trace;
    this.navigation = navigation;
    asking = background.latest();
  }

  /** Builds the tree anew when the window or the stalls changed. */
  public void refresh() {
    confinement.check();
    TimeSpan visible = navigation.visible();
    List<Stall> stalls = trace.stalls();
    if (asking.isBusy() || (visible.equals(answered) && stalls.equals(answeredStalls))) {
      return;
    }
    answered = visible;
    answeredStalls = stalls;
    asking.ask(
        () -> StackTree.of(trace, visible),
        root::set,
        failure -> root.set(new FrameNode("Not available: " + failure.getMessage())));
  }

  /** Stands for all; its callees are the frames to blame. */
  public ReadOnlyObjectProperty<FrameNode> rootProperty() {
    return root.getReadOnlyProperty();
  }

  public boolean isBusy() {
    return asking.isBusy();
  }
}
