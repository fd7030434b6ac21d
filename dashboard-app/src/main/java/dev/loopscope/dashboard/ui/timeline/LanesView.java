package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.model.FlowLinks;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabels;
import dev.loopscope.dashboard.ui.timeline.model.PacedQuery;
import dev.loopscope.dashboard.ui.timeline.model.RangeSummary;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.ui.timeline.raster.PixelArea;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The lanes themselves: pixels below, labels upon them, then what comes and goes, then a card. */
final class LanesView extends Region {

  private static final long PACE_NANOS = 200_000_000L;

  private final TimelineModel model;
  private final PixelImage pixels = new PixelImage();
  private final LabelsLayer labelsLayer = new LabelsLayer();
  private final OverlayLayer overlay;
  private final HoverCard card = new HoverCard();
  private final Pointer pointer = new Pointer();
  private final LanesFrame frame;
  private final LanePicker picker;
  private final HoverText hoverText;
  private final LaneLabels labels = new LaneLabels(new FontMeasure(Ink.SMALL_BOLD));
  private final PacedQuery<Long, FlowLinks> links;
  private final PacedQuery<TimeSpan, RangeSummary> summary;
  private @Nullable FrameStamp drawn;
  private @Nullable OverlayStamp overlaid;
  private long frames;

  LanesView(TimelineModel model, Background background, LongSupplier clockNanos) {
    this.model = model;
    this.overlay = new OverlayLayer(model);
    this.frame = new LanesFrame(model);
    this.picker = new LanePicker(model);
    this.hoverText = new HoverText(model.trace());
    this.links = new PacedQuery<>(background, 0, clockNanos);
    this.summary = new PacedQuery<>(background, PACE_NANOS, clockNanos);
    getChildren().addAll(pixels, labelsLayer, overlay, card);
    for (Node child : getChildren()) {
      child.setManaged(false);
    }
    setId("timeline-lanes");
  }

  /** What a frame depends on; the same again means there is nothing to draw. */
  private record FrameStamp(
      long trace,
      long viewport,
      long lanes,
      long search,
      int loop,
      double scroll,
      double width,
      double height,
      double density,
      Palette palette) {}

  private record OverlayStamp(
      FrameStamp frame, Selected selected, long pointer, long range, long answers, long marks) {}

  /** Draws what has changed; called once a pulse. */
  void pulse(Palette palette, double density) {
    FrameStamp now = stamp(palette, density);
    if (getWidth() < 1 || getHeight() < 1) {
      return;
    }
    if (!now.equals(drawn)) {
      drawn = now;
      frames++;
      PixelArea area = pixels.area(getWidth(), getHeight(), density);
      frame.render(area, density, model.viewport().scale(), palette, labels);
      pixels.show();
      labelsLayer.show(labels.labels(), palette, getWidth(), getHeight());
    }
    ask();
    pulseOverlay(now, palette);
  }

  private FrameStamp stamp(Palette palette, double density) {
    return new FrameStamp(
        model.trace().version(),
        model.viewport().version(),
        model.lanes().version(),
        model.search().version(),
        model.selection().selected().loop(),
        model.scroll().offset(),
        getWidth(),
        getHeight(),
        density,
        palette);
  }

  private void ask() {
    if (model.selection().selected() instanceof Selected.OfRun of) {
      links.pull(of.run().id(), () -> FlowLinks.find(model.trace(), of.loop(), of.run()));
    }
    TimeSpan range = model.range();
    if (range != null) {
      summary.pull(range, () -> RangeSummary.of(model.trace(), range));
    }
  }

  private void pulseOverlay(FrameStamp now, Palette palette) {
    OverlayStamp stamp =
        new OverlayStamp(
            now,
            model.selection().selected(),
            pointer.version(),
            model.rangeVersion(),
            links.version() + summary.version(),
            model.marks().version());
    if (stamp.equals(overlaid)) {
      return;
    }
    overlaid = stamp;
    pointer.isOver(pointer.isInside() ? picker.at(pointer.x(), pointer.y()) : Selection.NOTHING);
    overlay.draw(getWidth(), getHeight(), palette, pointer, links.answer(), summary.answer());
    card.show(
        hoverText.lines(pointer.over()),
        pointer.x(),
        pointer.y(),
        getWidth(),
        getHeight(),
        palette);
  }

  Pointer pointer() {
    return pointer;
  }

  LanePicker picker() {
    return picker;
  }

  @Nullable FlowLinks links() {
    return links.answer();
  }

  /** What is written on the lanes now. */
  List<LaneLabel> labels() {
    return labelsLayer.written();
  }

  /** Lines of the card beside the pointer, none while there is no card. */
  List<String> hoverLines() {
    return card.shown();
  }

  /** How many frames were drawn so far. */
  long frames() {
    return frames;
  }
}
