package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Stall.Holder;
import java.io.IOException;

/** A lock's owner within a stall. */
final class HolderFields {

  private static final Thread.State[] STATES = Thread.State.values();

  private HolderFields() {}

  static void write(Holder holder, FieldWriter out) throws IOException {
    out.text("lock", holder.lock());
    out.number("thread", holder.threadId());
    out.text("name", holder.thread());
    out.number("loop", holder.loop());
    out.constant("state", holder.state());
    out.number("stack", holder.stack());
  }

  static Holder read(FieldReader in) throws IOException {
    String lock = "";
    long threadId = 0;
    String thread = "";
    int loop = 0;
    Thread.State state = STATES[0];
    int stack = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "lock" -> lock = in.text();
        case "thread" -> threadId = in.number();
        case "name" -> thread = in.text();
        case "loop" -> loop = in.index();
        case "state" -> state = in.constant(STATES);
        case "stack" -> stack = in.index();
        default -> in.skip();
      }
    }
    return new Holder(lock, threadId, thread, loop, state, stack);
  }
}
