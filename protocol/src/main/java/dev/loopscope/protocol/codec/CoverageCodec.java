package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

final class CoverageCodec implements FrameCodec<Coverage> {

  /** On the wire a point is in one of these; what is not covered is in a list of its own. */
  private static final PointState[] STATES = {
    PointState.ABSENT, PointState.MISSING, PointState.WOVEN, PointState.FAILED
  };

  @Override
  public String tag() {
    return "coverage";
  }

  @Override
  public Class<Coverage> frameClass() {
    return Coverage.class;
  }

  @Override
  public void write(Coverage frame, FieldWriter out) throws IOException {
    List<Point> points = inState(frame, false);
    List<Point> uncovered = inState(frame, true);
    out.list("points", points, Limits.MAX_POINTS, CoverageCodec::writePoint);
    if (!uncovered.isEmpty()) {
      out.list("uncovered", uncovered, Limits.MAX_POINTS, CoverageCodec::writeUncovered);
    }
  }

  private static List<Point> inState(Coverage frame, boolean uncovered) {
    return frame.points().stream()
        .filter(point -> (point.state() == PointState.UNCOVERED) == uncovered)
        .toList();
  }

  @Override
  public Coverage read(FieldReader in) throws IOException {
    List<Point> points = List.of();
    List<Point> uncovered = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "points" -> points = in.list(Limits.MAX_POINTS, CoverageCodec::readPoint);
        case "uncovered" -> uncovered = in.list(Limits.MAX_POINTS, CoverageCodec::readUncovered);
        default -> in.skip();
      }
    }
    return new Coverage(Stream.concat(points.stream(), uncovered.stream()).toList());
  }

  private static void writePoint(Point point, FieldWriter out) throws IOException {
    out.text("plugin", point.plugin());
    out.text("framework", point.framework());
    out.text("point", point.point());
    out.text("location", point.location());
    out.constant("state", point.state());
    out.number("fired", point.fired());
    out.text("note", point.note());
  }

  /** In a list of their own, which a reader of 1.0 passes over. */
  private static void writeUncovered(Point point, FieldWriter out) throws IOException {
    out.text("plugin", point.plugin());
    out.text("framework", point.framework());
    out.text("point", point.point());
    out.text("location", point.location());
    out.text("note", point.note());
  }

  private static Point readUncovered(FieldReader in) throws IOException {
    Point read = readPoint(in);
    return new Point(
        read.plugin(),
        read.framework(),
        read.point(),
        read.location(),
        PointState.UNCOVERED,
        0,
        read.note());
  }

  private static Point readPoint(FieldReader in) throws IOException {
    String plugin = "";
    String framework = "";
    String name = "";
    String location = "";
    PointState state = STATES[0];
    long fired = 0;
    String note = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "plugin" -> plugin = in.text();
        case "framework" -> framework = in.text();
        case "point" -> name = in.text();
        case "location" -> location = in.text();
        case "state" -> state = in.constant(STATES);
        case "fired" -> fired = in.number();
        case "note" -> note = in.text();
        default -> in.skip();
      }
    }
    return new Point(plugin, framework, name, location, state, fired, note);
  }
}
