package dev.loopscope.agent.instrument;

import java.util.List;

/**
 * What became of one point in one copy of its framework.
 *
 * @param plugin name of the plugin that declares it
 * @param copy number of the copy, 0 for the JDK or when the framework is not loaded
 * @param sees what its hooks learn, in words for the user
 * @param label {@code Class.method}
 * @param wovenIn classes it is woven in, by binary name; empty when the framework is not loaded
 * @param fired whether it was reached since the session began
 * @param missing whether a class of that name is loaded but has no such method or field
 * @param failure why a class could not be woven, empty when none failed
 */
public record PointReport(
    String plugin,
    int copy,
    String sees,
    String label,
    List<String> wovenIn,
    boolean fired,
    boolean missing,
    String failure) {

  static PointReport absent(Point point, String failure) {
    return new PointReport(
        point.plugin(), 0, point.sees(), point.label(), List.of(), false, false, failure);
  }
}
