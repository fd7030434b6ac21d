package dev.loopscope.agent.instrument;

import dev.loopscope.agent.probe.LoopscopePoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All points of a session, numbered, and found by the class they are in. Immutable. */
public final class PointTable {
  private static final int ENDINGS = 4_096;

  private final List<Point> points;
  private final Map<String, List<Integer>> bySimpleName = new HashMap<>();

  /** Whether some class with points has an ending like that of a name; see {@link #ending}. */
  private final boolean[] endings = new boolean[ENDINGS];

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
        endings[ending(name)] = true;
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
    if (!endings[ending(className)]) {
      return List.of();
    }
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    List<Integer> candidates = bySimpleName.get(simpleName);
    return candidates == null
        ? List.of()
        : matching(className.replace('.', '/'), candidates); // rare: a copy of the name is made
  }

  /**
   * A number for the last letters of a name: attaching asks for each of many thousand loaded
   * classes, in code that is not compiled yet, and nearly none has points.
   */
  private static int ending(String name) {
    int last = name.length() - 1;
    char before = last < 1 ? '.' : name.charAt(last - 1);
    boolean first = before == '.' || before == '/';
    return last < 0 ? 0 : (name.charAt(last) * 61 + (first ? 0 : before)) % ENDINGS;
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
