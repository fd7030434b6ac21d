package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Gap;
import java.io.IOException;

final class GapCodec implements FrameCodec<Gap> {

  @Override
  public String tag() {
    return "gap";
  }

  @Override
  public Class<Gap> frameClass() {
    return Gap.class;
  }

  @Override
  public void write(Gap frame, FieldWriter out) throws IOException {
    out.number("loop", frame.loop());
    out.number("from", frame.fromNanos());
    out.number("to", frame.toNanos());
    out.number("lost", frame.lost());
    out.text("reason", frame.reason());
  }

  @Override
  public Gap read(FieldReader in) throws IOException {
    int loop = 0;
    long from = 0;
    long to = 0;
    long lost = 0;
    String reason = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "loop" -> loop = in.index();
        case "from" -> from = in.number();
        case "to" -> to = in.number();
        case "lost" -> lost = in.number();
        case "reason" -> reason = in.text();
        default -> in.skip();
      }
    }
    return new Gap(loop, from, to, lost, reason);
  }
}
