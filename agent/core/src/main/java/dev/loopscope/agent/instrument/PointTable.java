package dev.loopscope.agent.instrument;

import dev.loopscope.agent.probe.LoopscopePoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All points of a session, numbered, and found by the class they are in. Immutable. */
public final class PointTable {
  private final List<Point> points;
  private final Map<String, List<Integer>> bySimpleName = new HashMap<>();

  /** Points that several plugins declare alike are kept once. */
  public PointTable(List<Point> declared) {
    List<Point> kept = new ArrayList<>();
    for (Point point : declared) {
      String name = simpleName(point.owner());
      List<Integer> alike = bySimpleName.getOrDefault(name, new ArrayList<>());
      if (!isKept(point, alike, kept)) {
        alike.add(kept.size());
        kept.add(point);
        bySimpleName.put(name, alike);
      }
    }
    points = List.copyOf(kept);
    if (points.size() > LoopscopePoints.MAX) {
      throw new IllegalArgumentException(
          "More points than the probe can tell apart: " + points.size());
    }
  }

  private static boolean isKept(Point point, List<Integer> alike, List<Point> kept) {
    for (int candidate : alike) {
      if (kept.get(candidate).sameWeaving(point)) {
        return true;
      }
    }
    return false;
  }

  public List<Point> points() {
    return points;
  }

  /** Numbers of the points in a class, by its internal name; empty for nearly all classes. */
  public List<Integer> in(String className) {
    List<Integer> candidates = bySimpleName.get(simpleName(className));
    return candidates == null ? List.of() : matching(className, candidates);
  }

  /** Numbers of the points in a class, by the name that the JVM gives it when it is loaded. */
  List<Integer> inBinary(String className) {
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    List<Integer> candidates = bySimpleName.get(simpleName);
    return candidates == null
        ? List.of()
        : matching(className.replace('.', '/'), candidates); // rare: a copy of the name is made
  }

  private List<Integer> matching(String className, List<Integer> candidates) {
    List<Integer> matching = new ArrayList<>();
    for (int candidate : candidates) {
      if (matches(className, points.get(candidate))) {
        matching.add(candidate);
      }
    }
    return matching;
  }

  private static boolean matches(String className, Point point) {
    String owner = point.owner();
    return className.equals(owner)
        || (!point.exact()
            && isShadable(owner)
            && className.endsWith(owner)
            && className.charAt(className.length() - owner.length() - 1) == '/');
  }

  /** Whether a class may be in the process more than once, which those of the JDK are not. */
  static boolean isShadable(String owner) {
    return !owner.startsWith("java/") && !owner.startsWith("sun/") && !owner.startsWith("jdk/");
  }

  private static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }
}
