package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.List;

final class CoverageCodec implements FrameCodec<Coverage> {

  private static final PointState[] STATES = PointState.values();

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
    out.list("points", frame.points(), Limits.MAX_POINTS, CoverageCodec::writePoint);
  }

  @Override
  public Coverage read(FieldReader in) throws IOException {
    List<Point> points = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "points" -> points = in.list(Limits.MAX_POINTS, CoverageCodec::readPoint);
        default -> in.skip();
      }
    }
    return new Coverage(points);
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
