package dev.loopscope.protocol;

import java.util.List;

/**
 * What is instrumented and what is not: sent after attach and again when it changes. The newest one
 * holds.
 */
public record Coverage(List<Point> points) implements Frame {

  public Coverage {
    points = List.copyOf(points);
  }

  /**
   * One instrumentation point, in one copy of the framework.
   *
   * @param plugin for example {@code "netty"}
   * @param framework name and version as found, for example {@code "Netty 4.1.135"}; empty when the
   *     framework is not in the process
   * @param point what it sees, in words, for example {@code "task submitted"}
   * @param location {@code Class.method} it is woven into
   * @param state how far it came
   * @param fired how often it was reached so far; 0 for points that are not woven
   * @param note why it is not woven, or what is therefore not seen; may be empty
   */
  public record Point(
      String plugin,
      String framework,
      String point,
      String location,
      PointState state,
      long fired,
      String note) {}

  /** How far a point came. */
  public enum PointState {
    /** The class is not loaded in the process (yet). */
    ABSENT,
    /** The class is there but has no such method in this version. */
    MISSING,
    /** Instrumented. */
    WOVEN,
    /** Instrumentation was tried and refused. */
    FAILED
  }
}
