package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.List;

/** A call stack within Definitions. */
final class StackFields {

  private static final Origin[] ORIGINS = Origin.values();

  private StackFields() {}

  static void write(Stack stack, FieldWriter out) throws IOException {
    out.number("id", stack.id());
    out.list("frames", stack.frames(), Limits.MAX_STACK_FRAMES, StackFields::writeFrame);
  }

  static Stack read(FieldReader in) throws IOException {
    int id = 0;
    List<StackFrame> frames = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "id" -> id = in.index();
        case "frames" -> frames = in.list(Limits.MAX_STACK_FRAMES, StackFields::readFrame);
        default -> in.skip();
      }
    }
    return new Stack(id, frames);
  }

  private static void writeFrame(StackFrame frame, FieldWriter out) throws IOException {
    out.text("class", frame.className());
    out.text("method", frame.method());
    out.text("file", frame.file());
    out.number("line", frame.line());
    out.constant("origin", frame.origin());
  }

  private static StackFrame readFrame(FieldReader in) throws IOException {
    String className = "";
    String method = "";
    String file = "";
    int line = 0;
    Origin origin = ORIGINS[0];
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "class" -> className = in.text();
        case "method" -> method = in.text();
        case "file" -> file = in.text();
        case "line" -> line = in.integer();
        case "origin" -> origin = originOf(in.index());
        default -> in.skip();
      }
    }
    return new StackFrame(className, method, file, line, origin);
  }

  /** A newer agent may know more owners; to this reader their code is the application's. */
  private static Origin originOf(int ordinal) {
    return ordinal < ORIGINS.length ? ORIGINS[ordinal] : Origin.APPLICATION;
  }
}
