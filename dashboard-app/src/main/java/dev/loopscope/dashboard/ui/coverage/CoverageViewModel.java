package dev.loopscope.dashboard.ui.coverage;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The points of the newest coverage report. */
public final class CoverageViewModel {

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final ObservableList<Point> points = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

  public CoverageViewModel(Trace trace) {
    this.trace = trace;
    refresh();
  }

  public void refresh() {
    confinement.check();
    Coverage coverage = trace.coverage();
    if (!points.equals(coverage.points())) {
      points.setAll(coverage.points());
    }
    summary.set(summarise(coverage.points()));
  }

  /** For example {@code "12 of 14 points woven, 9 fired. Not covered: timers (netty)."}. */
  private static String summarise(List<Point> points) {
    List<Point> there = points.stream().filter(p -> p.state() != PointState.ABSENT).toList();
    if (there.isEmpty()) {
      return "";
    }
    long woven = there.stream().filter(p -> p.state() == PointState.WOVEN).count();
    long fired = there.stream().filter(p -> p.fired() > 0).count();
    List<String> open = new ArrayList<>();
    for (Point point : there) {
      if (point.state() != PointState.WOVEN) {
        open.add(point.point() + " (" + point.plugin() + ")");
      }
    }
    String rest = open.isEmpty() ? "." : ". Not covered: " + String.join(", ", open) + ".";
    return woven
        + " of "
        + Format.plural(there.size(), "point", "points")
        + " woven, "
        + fired
        + " fired"
        + rest;
  }

  public ObservableList<Point> points() {
    return points;
  }

  /**
   * A sentence over all points of frameworks that are in the process; empty when there are none.
   */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** What the state of a point means, in words. */
  static String state(Point point) {
    return switch (point.state()) {
      case ABSENT -> "not loaded";
      case MISSING -> "not in this version";
      case WOVEN -> point.fired() > 0 ? "fired" : "woven, not reached yet";
      case FAILED -> "refused";
    };
  }
}
