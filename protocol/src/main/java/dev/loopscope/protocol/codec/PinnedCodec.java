package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Pinned;
import java.io.IOException;

final class PinnedCodec implements FrameCodec<Pinned> {

  @Override
  public String tag() {
    return "pinned";
  }

  @Override
  public Class<Pinned> frameClass() {
    return Pinned.class;
  }

  @Override
  public void write(Pinned frame, FieldWriter out) throws IOException {
    out.number("carrier", frame.carrier());
    out.number("from", frame.fromNanos());
    out.number("to", frame.toNanos());
    out.text("name", frame.thread());
    out.number("thread", frame.threadId());
    out.number("stack", frame.stack());
    out.number("frame", frame.culpritFrame());
    out.text("reason", frame.reason());
  }

  @Override
  public Pinned read(FieldReader in) throws IOException {
    int carrier = 0;
    long fromNanos = 0;
    long toNanos = 0;
    String thread = "";
    long threadId = 0;
    int stack = 0;
    int culpritFrame = 0;
    String reason = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "carrier" -> carrier = in.index();
        case "from" -> fromNanos = in.number();
        case "to" -> toNanos = in.number();
        case "name" -> thread = in.text();
        case "thread" -> threadId = in.number();
        case "stack" -> stack = in.index();
        case "frame" -> culpritFrame = in.integer();
        case "reason" -> reason = in.text();
        default -> in.skip();
      }
    }
    return new Pinned(carrier, fromNanos, toNanos, thread, threadId, stack, culpritFrame, reason);
  }
}
