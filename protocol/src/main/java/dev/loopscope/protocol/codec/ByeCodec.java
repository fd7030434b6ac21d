package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Bye;
import java.io.IOException;

final class ByeCodec implements FrameCodec<Bye> {

  private static final Bye.Reason[] REASONS = Bye.Reason.values();

  @Override
  public String tag() {
    return "bye";
  }

  @Override
  public Class<Bye> frameClass() {
    return Bye.class;
  }

  @Override
  public void write(Bye frame, FieldWriter out) throws IOException {
    out.number("at", frame.atNanos());
    out.constant("reason", frame.reason());
    out.text("detail", frame.detail());
  }

  @Override
  public Bye read(FieldReader in) throws IOException {
    long at = 0;
    Bye.Reason reason = REASONS[0];
    String detail = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "at" -> at = in.number();
        case "reason" -> reason = in.constant(REASONS);
        case "detail" -> detail = in.text();
        default -> in.skip();
      }
    }
    return new Bye(at, reason, detail);
  }
}
