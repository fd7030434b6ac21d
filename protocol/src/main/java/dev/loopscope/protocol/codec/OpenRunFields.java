package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import java.io.IOException;

/** An unfinished run as it stands in LoopState and in Stall. */
final class OpenRunFields {

  private static final RunKind[] KINDS = RunKind.values();

  static final OpenRun NONE = new OpenRun(0, 0, 0, RunKind.TASK, 0, 0, 0, 0);

  private OpenRunFields() {}

  static void write(OpenRun run, FieldWriter out) throws IOException {
    out.number("id", run.id());
    out.number("parent", run.parent());
    out.number("type", run.type());
    out.constant("kind", run.kind());
    out.number("submitted", run.submittedNanos());
    out.number("due", run.dueNanos());
    out.number("start", run.startNanos());
    out.number("by", run.submitter());
  }

  static OpenRun read(FieldReader in) throws IOException {
    long id = 0;
    long parent = 0;
    int type = 0;
    RunKind kind = KINDS[0];
    long submitted = 0;
    long due = 0;
    long start = 0;
    long by = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "id" -> id = in.number();
        case "parent" -> parent = in.number();
        case "type" -> type = in.index();
        case "kind" -> kind = in.constant(KINDS);
        case "submitted" -> submitted = in.number();
        case "due" -> due = in.number();
        case "start" -> start = in.number();
        case "by" -> by = in.number();
        default -> in.skip();
      }
    }
    return new OpenRun(id, parent, type, kind, submitted, due, start, by);
  }
}
