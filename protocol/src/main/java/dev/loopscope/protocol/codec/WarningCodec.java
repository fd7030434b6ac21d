package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Warning;
import java.io.IOException;

final class WarningCodec implements FrameCodec<Warning> {

  @Override
  public String tag() {
    return "warning";
  }

  @Override
  public Class<Warning> frameClass() {
    return Warning.class;
  }

  @Override
  public void write(Warning frame, FieldWriter out) throws IOException {
    out.number("loop", frame.loop());
    out.number("at", frame.atNanos());
    out.text("source", frame.source());
    out.text("text", frame.text());
  }

  @Override
  public Warning read(FieldReader in) throws IOException {
    int loop = 0;
    long atNanos = 0;
    String source = "";
    String text = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "loop" -> loop = in.index();
        case "at" -> atNanos = in.number();
        case "source" -> source = in.text();
        case "text" -> text = in.text();
        default -> in.skip();
      }
    }
    return new Warning(loop, atNanos, source, text);
  }
}
