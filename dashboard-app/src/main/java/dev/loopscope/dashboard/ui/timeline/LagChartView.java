package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.timeline.model.LagSeries;
import dev.loopscope.dashboard.ui.timeline.model.PacedQuery;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.function.LongSupplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Lag over the time in sight: p50, p99 and the largest, of the selected loop or the worst. */
final class LagChartView extends Region {

  private static final long PACE_NANOS = 150_000_000L;
  private static final double BUCKET_PIXELS = 2;

  private final TimelineModel model;
  private final Canvas canvas = new Canvas();
  private final PacedQuery<Key, LagSeries> series;
  private boolean logarithmic = true;
  private @Nullable Stamp drawn;

  LagChartView(TimelineModel model, Background background, LongSupplier clockNanos) {
    this.model = model;
    this.series = new PacedQuery<>(background, PACE_NANOS, clockNanos);
    setId("timeline-lag");
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  private record Key(long trace, TimeSpan span, int loop, int buckets) {}

  private record Stamp(
      long series,
      long viewport,
      boolean logarithmic,
      long limit,
      double width,
      double height,
      Palette palette) {}

  /** Draws what has changed; called once a pulse while the chart is open. */
  void pulse(Palette palette) {
    if (getWidth() < 1 || getHeight() < 1 || model.trace().extent().isEmpty()) {
      return;
    }
    TimeSpan span = model.viewport().span();
    int loop = loop();
    int buckets = Math.max(1, (int) (getWidth() / BUCKET_PIXELS));
    series.pull(
        new Key(model.trace().version(), span, loop, buckets),
        () -> LagSeries.read(model.trace(), loop, span, buckets));
    Stamp now =
        new Stamp(
            series.version(),
            model.viewport().version(),
            logarithmic,
            limitNanos(),
            getWidth(),
            getHeight(),
            palette);
    if (!now.equals(drawn)) {
      drawn = now;
      new LagPainter(canvas, palette, model.viewport().scale(), logarithmic, limitNanos())
          .paint(series.answer(), getWidth(), getHeight());
    }
  }

  /** The loop whose lag is shown, 0 for the worst of all. */
  int loop() {
    return model.selection().selected().loop();
  }

  private long limitNanos() {
    var info = loop() == 0 ? null : model.trace().loop(loop());
    return info == null
        ? model.trace().settings().defaultLimitNanos()
        : info.limitNanos(model.trace().settings());
  }

  void setLogarithmic(boolean wanted) {
    logarithmic = wanted;
  }

  boolean isLogarithmic() {
    return logarithmic;
  }

  /** What is drawn now, null before the first answer. */
  @Nullable LagSeries shown() {
    return series.answer();
  }

  boolean isBusy() {
    return series.isBusy();
  }

  String problem() {
    return series.problem();
  }
}
