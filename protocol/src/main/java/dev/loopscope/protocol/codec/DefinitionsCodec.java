package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.Definitions.TaskType;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.List;

/** Loops and types here, stacks in {@link StackFields}. */
final class DefinitionsCodec implements FrameCodec<Definitions> {

  @Override
  public String tag() {
    return "define";
  }

  @Override
  public Class<Definitions> frameClass() {
    return Definitions.class;
  }

  @Override
  public void write(Definitions frame, FieldWriter out) throws IOException {
    int left = Limits.MAX_DEFINITIONS_PER_FRAME;
    out.list("loops", frame.loops(), left, DefinitionsCodec::writeLoop);
    left -= frame.loops().size();
    out.list("types", frame.types(), left, DefinitionsCodec::writeType);
    left -= frame.types().size();
    out.list("stacks", frame.stacks(), left, StackFields::write);
  }

  @Override
  public Definitions read(FieldReader in) throws IOException {
    List<Loop> loops = List.of();
    List<TaskType> types = List.of();
    List<Definitions.Stack> stacks = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      int left = Limits.MAX_DEFINITIONS_PER_FRAME - loops.size() - types.size() - stacks.size();
      switch (key) {
        case "loops" -> loops = in.list(left, DefinitionsCodec::readLoop);
        case "types" -> types = in.list(left, DefinitionsCodec::readType);
        case "stacks" -> stacks = in.list(left, StackFields::read);
        default -> in.skip();
      }
    }
    return new Definitions(loops, types, stacks);
  }

  private static void writeLoop(Loop loop, FieldWriter out) throws IOException {
    out.number("id", loop.id());
    out.text("name", loop.name());
    out.text("group", loop.group());
    out.text("kind", loop.kind());
    out.number("thread", loop.threadId());
    out.text("detail", loop.detail());
  }

  private static Loop readLoop(FieldReader in) throws IOException {
    int id = 0;
    String name = "";
    String group = "";
    String kind = "";
    long thread = 0;
    String detail = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "id" -> id = in.index();
        case "name" -> name = in.text();
        case "group" -> group = in.text();
        case "kind" -> kind = in.text();
        case "thread" -> thread = in.number();
        case "detail" -> detail = in.text();
        default -> in.skip();
      }
    }
    return new Loop(id, name, group, kind, thread, detail);
  }

  private static void writeType(TaskType type, FieldWriter out) throws IOException {
    out.number("id", type.id());
    out.text("class", type.className());
  }

  private static TaskType readType(FieldReader in) throws IOException {
    int id = 0;
    String className = "";
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "id" -> id = in.index();
        case "class" -> className = in.text();
        default -> in.skip();
      }
    }
    return new TaskType(id, className);
  }
}
