package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.words.Framework;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a session sees of one framework, or of one copy of it.
 *
 * @param framework its name as found in the process
 * @param plugin name of the plug-in that watches it
 * @param found whether any of its classes is in the process
 * @param loops how many loops of it are known
 * @param points its points, in the order of the report
 */
public record FrameworkCoverage(
    Framework framework, String plugin, boolean found, int loops, List<Point> points) {

  public FrameworkCoverage {
    points = List.copyOf(points);
  }

  /** How many points are instrumented. */
  public long woven() {
    return count(PointState.WOVEN);
  }

  /** How many points could be instrumented: their classes are in the process. */
  public long there() {
    return points.size() - count(PointState.ABSENT) - count(PointState.UNCOVERED);
  }

  /** How many points were reached. */
  public long fired() {
    return points.stream().filter(point -> point.fired() > 0).count();
  }

  /** What is not seen although the framework is there, each once, in words: {@code "timers"}. */
  public List<String> notSeen() {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    for (Point point : points) {
      if (point.state() == PointState.WOVEN) {
        seen.add(point.point());
      } else if (point.state() != PointState.ABSENT) {
        open.add(point.point());
      }
    }
    // another version of the same point may be there instead
    open.removeAll(seen);
    return List.copyOf(open);
  }

  private long count(PointState state) {
    return points.stream().filter(point -> point.state() == state).count();
  }

  /**
   * All frameworks of a session: those that are there first, those with most loops before others.
   */
  public static List<FrameworkCoverage> of(Coverage coverage, List<LoopInfo> loops) {
    Map<String, List<Point>> byPlugin = new LinkedHashMap<>();
    for (Point point : coverage.points()) {
      byPlugin.computeIfAbsent(point.plugin(), unused -> new ArrayList<>()).add(point);
    }
    List<FrameworkCoverage> all = new ArrayList<>();
    byPlugin.forEach((plugin, points) -> addCopies(all, plugin, points, loops));
    all.sort(
        Comparator.comparing(FrameworkCoverage::found)
            .thenComparing(FrameworkCoverage::loops)
            .reversed());
    return List.copyOf(all);
  }

  /** Each copy of the framework apart; points that are in no copy go with the first. */
  private static void addCopies(
      List<FrameworkCoverage> all, String plugin, List<Point> points, List<LoopInfo> loops) {
    Map<String, List<Point>> byCopy = new LinkedHashMap<>();
    for (Point point : points) {
      if (!point.framework().isEmpty()) {
        byCopy.computeIfAbsent(point.framework(), unused -> new ArrayList<>()).add(point);
      }
    }
    List<Point> inNone = points.stream().filter(point -> point.framework().isEmpty()).toList();
    if (byCopy.isEmpty()) {
      boolean found = inNone.stream().anyMatch(point -> point.state() != PointState.ABSENT);
      all.add(new FrameworkCoverage(Framework.of(plugin, ""), plugin, found, 0, inNone));
      return;
    }
    byCopy.values().iterator().next().addAll(inNone);
    byCopy.forEach(
        (copy, own) -> {
          Framework framework = Framework.of(plugin, copy);
          int known =
              (int)
                  loops.stream()
                      .filter(info -> Framework.of(info.loop()).equals(framework))
                      .count();
          all.add(new FrameworkCoverage(framework, plugin, true, known, own));
        });
  }
}
