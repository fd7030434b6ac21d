package dev.loopscope.protocol;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is instrumented and what is not: sent after attach and again when it changes. The newest one
 * holds.
 */
public record Coverage(List<Point> points) implements Frame {

  /** What is not covered goes last. */
  public Coverage {
    points =
        Stream.concat(
                points.stream().filter(point -> point.state() != PointState.UNCOVERED),
                points.stream().filter(point -> point.state() == PointState.UNCOVERED))
            .toList();
  }

  /**
   * One instrumentation point, in one copy of the framework; or, with the state {@link
   * PointState#UNCOVERED}, something that was found and for which there is no point.
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
    FAILED,
    /** It was found in the process, and what it does is not seen; the note says what. */
    UNCOVERED
  }
}
