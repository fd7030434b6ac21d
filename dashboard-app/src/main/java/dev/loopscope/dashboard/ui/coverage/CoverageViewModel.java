package dev.loopscope.dashboard.ui.coverage;

import dev.loopscope.dashboard.analysis.FrameworkCoverage;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Coverage.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The newest coverage report, by framework; the points of the framework that is chosen. */
public final class CoverageViewModel {

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final ObservableList<FrameworkCoverage> frameworks = FXCollections.observableArrayList();
  private final ObservableList<Point> points = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable FrameworkCoverage> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

  public CoverageViewModel(Trace trace) {
    this.trace = trace;
    chosen.addListener(
        (property, old, now) -> points.setAll(now == null ? List.of() : now.points()));
    refresh();
  }

  public void refresh() {
    confinement.check();
    List<FrameworkCoverage> now = FrameworkCoverage.of(trace.coverage(), trace.loops());
    if (now.equals(frameworks)) {
      return;
    }
    FrameworkCoverage before = chosen.get();
    frameworks.setAll(now);
    FrameworkCoverage same =
        now.stream()
            .filter(one -> before != null && one.framework().equals(before.framework()))
            .findFirst()
            .orElse(now.isEmpty() ? null : now.get(0));
    chosen.set(same);
    summary.set(summarise(now));
  }

  /**
   * For example {@code "Watching Netty 4.1.135, Swing. Not covered: native epoll (Netty
   * 4.1.135)."}.
   */
  private static String summarise(List<FrameworkCoverage> frameworks) {
    List<String> watched = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (FrameworkCoverage one : frameworks) {
      if (one.woven() > 0 && one.fired() > 0) {
        watched.add(one.framework().name());
      }
      for (String what : one.notSeen()) {
        open.add(what + " (" + one.framework().name() + ")");
      }
    }
    if (watched.isEmpty() && open.isEmpty()) {
      return "";
    }
    String sees =
        watched.isEmpty() ? "No loop was seen yet" : "Seen: " + String.join(", ", watched);
    return open.isEmpty() ? sees + "." : sees + ". Not covered: " + String.join(", ", open) + ".";
  }

  public ObservableList<FrameworkCoverage> frameworks() {
    return frameworks;
  }

  /** Of the chosen framework. */
  public ObservableList<Point> points() {
    return points;
  }

  public ObjectProperty<@Nullable FrameworkCoverage> chosenProperty() {
    return chosen;
  }

  /** A sentence over all frameworks that are in the process; empty when there are none. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** How much of a framework is seen, for example {@code "4 loops · 21 of 22 points · 9 fired"}. */
  static String extent(FrameworkCoverage one) {
    if (!one.found()) {
      return "not in this process";
    }
    String points = one.woven() + " of " + Format.plural(one.there(), "point", "points");
    return Format.plural(one.loops(), "loop", "loops")
        + " · "
        + points
        + " · "
        + one.fired()
        + " fired";
  }

  /** What is not seen, in words; empty when all is. */
  static String notSeen(FrameworkCoverage one) {
    return one.notSeen().isEmpty() ? "" : "not seen: " + String.join(", ", one.notSeen());
  }

  /** Where a point is, without packages: which they are, the framework's name says. */
  static String place(Point point) {
    return CodeNames.withoutPackages(point.location());
  }

  /** What the state of a point means, in words. */
  static String state(Point point) {
    return switch (point.state()) {
      case ABSENT -> "not loaded";
      case MISSING -> "not in this version";
      case WOVEN -> point.fired() > 0 ? "fired" : "woven, not reached yet";
      case FAILED -> "refused";
      case UNCOVERED -> "not covered";
    };
  }
}
