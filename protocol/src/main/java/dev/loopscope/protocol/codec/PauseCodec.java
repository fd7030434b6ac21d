package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Pause;
import java.io.IOException;

final class PauseCodec implements FrameCodec<Pause> {

  private static final Pause.Cause[] CAUSES = Pause.Cause.values();

  @Override
  public String tag() {
    return "pause";
  }

  @Override
  public Class<Pause> frameClass() {
    return Pause.class;
  }

  @Override
  public void write(Pause frame, FieldWriter out) throws IOException {
    out.constant("cause", frame.cause());
    out.number("from", frame.fromNanos());
    out.number("to", frame.toNanos());
    out.text("detail", frame.detail());
  }

  @Override
  public Pause read(FieldReader in) throws IOException {
    Pause.Cause cause = CAUSES[0];
    long from = 0;
    long to = 0;
    String detail = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "cause" -> cause = in.constant(CAUSES);
        case "from" -> from = in.number();
        case "to" -> to = in.number();
        case "detail" -> detail = in.text();
        default -> in.skip();
      }
    }
    return new Pause(cause, from, to, detail);
  }
}
