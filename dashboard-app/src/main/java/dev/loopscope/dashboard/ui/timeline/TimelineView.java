package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.timeline.model.FlowLane;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel;
import dev.loopscope.dashboard.ui.timeline.model.LaneTree.Source;
import dev.loopscope.dashboard.ui.timeline.model.PacedQuery;
import dev.loopscope.dashboard.ui.timeline.model.RunSteps;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/**
 * The timeline of a session: overview, ruler, lanes with their names, lag chart. Draws itself once
 * a pulse while it is in a scene, and only what has changed. FX thread.
 */
public final class TimelineView extends Region {

  private static final long FLOWS_PACE_NANOS = 300_000_000L;
  private static final String STYLES = "/dev/loopscope/dashboard/ui/timeline/timeline.css";
  private static final int MAX_FLOWS = 200;
  private static final int MAX_FLOW_RUNS = 200_000;

  private final TimelineModel model;
  private final OverviewView overview;
  private final RulerView ruler;
  private final TimelineCorner corner;
  private final HeaderColumn headers;
  private final LanesView lanes;
  private final ScrollBar scrollBar = new ScrollBar();
  private final LiveScrollBar liveScrollBar;
  private final LagPanel lag;
  private final TimelineNotice notice = new TimelineNotice();
  private final RunSteps steps;
  private final PacedQuery<FlowKey, List<FlowLane>> flows;
  private final TimelineLayout layout;
  private Palette palette = Palette.LIGHT;

  /**
   * A timeline upon {@code model}.
   *
   * @param background where overview, chart and flows are computed
   * @param clockNanos paces those; {@code System::nanoTime} outside tests
   */
  public TimelineView(TimelineModel model, Background background, LongSupplier clockNanos) {
    this.model = model;
    steps = new RunSteps(model);
    liveScrollBar = new LiveScrollBar(scrollBar, model);
    overview = new OverviewView(model, background, clockNanos);
    ruler = new RulerView(model);
    corner = new TimelineCorner(model);
    headers = new HeaderColumn(model);
    lanes = new LanesView(model, background, clockNanos);
    lag = new LagPanel(model, background, clockNanos, this::requestLayout);
    flows = new PacedQuery<>(background, FLOWS_PACE_NANOS, clockNanos);
    layout = new TimelineLayout(overview, corner, ruler, headers, lanes, scrollBar, lag, notice);
    setId("timeline");
    getStyleClass().add("timeline");
    getStylesheets().add(STYLES);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setAccessibleText(
        "Timeline. W and S zoom, A and D pan, up and down select a loop, full stop and comma go to"
            + " the next and previous run, End follows the newest data.");
    getChildren().addAll(overview, corner, ruler, headers, lanes, scrollBar, lag, notice);
    wire();
  }

  private record FlowKey(long trace, long viewport) {}

  private void wire() {
    TimelineMouse mouse = new TimelineMouse(model, lanes, steps);
    mouse.onLanes(lanes);
    mouse.onTimes(ruler);
    mouse.onTimes(lag.chart());
    mouse.onNames(headers);
    TimelineKeys keys = new TimelineKeys(model, lanes, steps);
    setOnKeyPressed(keys::pressed);
    liveScrollBar.bind();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long nowNanos) {
            pulse();
          }
        };
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                timer.stop();
              } else {
                timer.start();
              }
            });
  }

  /** Light or dark; from the next pulse on. */
  public void setPalette(Palette wanted) {
    palette = wanted;
  }

  /** Draws what has changed since the last pulse. Called by itself; tests and pictures may too. */
  public void pulse() {
    model.pull();
    model.viewport().widthIs(lanes.getWidth());
    model.scroll().heightIs(lanes.getHeight(), model.lanes().layout());
    pullFlows();
    double density = density();
    liveScrollBar.tell();
    overview.pulse(palette, density);
    ruler.pulse(palette, lanes.pointer());
    corner.pulse(palette);
    headers.pulse(palette, steps.cursorRow());
    lanes.pulse(palette, density);
    lag.pulse(palette);
    notice.show(model, overview.problem() + lag.problem() + flows.problem());
  }

  private void pullFlows() {
    if (model.lanes().source() != Source.FLOWS) {
      return;
    }
    TimeSpan span = model.viewport().span();
    flows.pull(
        new FlowKey(model.trace().version(), model.viewport().version()),
        () -> FlowLane.in(model.trace(), span, MAX_FLOWS, MAX_FLOW_RUNS));
    List<FlowLane> answer = flows.answer();
    if (answer != null) {
      model.lanes().flowsAre(answer);
    }
  }

  private double density() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : Math.max(1, window.getRenderScaleX());
  }

  @Override
  protected void layoutChildren() {
    layout.place(getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return 1200;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 500;
  }

  /** What is written on the lanes now. */
  public List<LaneLabel> labels() {
    return lanes.labels();
  }

  /** What is written beside the lanes now. */
  public List<String> headerTexts() {
    return headers.texts();
  }

  /** The labels of the ruler now, from left to right. */
  public List<String> rulerLabels() {
    return ruler.labels();
  }

  /** What the card beside the pointer says now. */
  public List<String> hoverLines() {
    return lanes.hoverLines();
  }

  /** Whether part of what is in sight is still being computed. */
  public boolean isBusy() {
    return overview.isBusy() || lag.isBusy() || flows.isBusy();
  }

  /** How often the lanes were drawn so far. */
  public long frames() {
    return lanes.frames();
  }
}
