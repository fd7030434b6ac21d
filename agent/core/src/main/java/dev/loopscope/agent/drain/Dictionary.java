package dev.loopscope.agent.drain;

import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.Definitions;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Sends the meaning of every number before its first use, each once. For the drain thread. */
final class Dictionary {

  private final FrameSink sink;
  private final IntFunction<@Nullable String> typeNames;
  private final LoopDetails loopDetails;
  private final BitSet definedTypes = new BitSet();

  /**
   * @param typeNames class name of a type's number
   * @param loopDetails what is known of loops besides
   */
  Dictionary(FrameSink sink, IntFunction<@Nullable String> typeNames, LoopDetails loopDetails) {
    this.sink = sink;
    this.typeNames = typeNames;
    this.loopDetails = loopDetails;
  }

  /** The type's number is about to be used. */
  void useType(int type) throws IOException {
    if (type == 0 || definedTypes.get(type)) {
      return;
    }
    String name = typeNames.apply(type);
    if (name != null) {
      definedTypes.set(type);
      sink.send(
          new Definitions(List.of(), List.of(new Definitions.TaskType(type, name)), List.of()));
    }
  }

  /** The loop is new, or its thread may have got another name. */
  void useLoop(LoopTrack loop) throws IOException {
    String name = loop.name();
    String kind = loop.kind();
    int copy = loop.copy();
    if (name.equals(loop.toldName) && kind.equals(loop.toldKind) && copy == loop.toldCopy) {
      return;
    }
    loop.toldName = name;
    loop.toldKind = kind;
    loop.toldCopy = copy;
    String detail = loop.detail.isEmpty() ? loopDetails.of(kind, copy) : loop.detail;
    Definitions.Loop definition =
        new Definitions.Loop(loop.loop(), name, loop.group(), kind, loop.threadId(), detail);
    sink.send(new Definitions(List.of(definition), List.of(), List.of()));
  }
}
