package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.TaskType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the numbers of types and stacks stand for. One writer, any reader; bounded. */
final class Names {

  private static final int MAX_TYPES = 1 << 18;
  private static final int MAX_STACKS = 1 << 16;
  private static final int BYTES_PER_TYPE = 160;
  private static final int BYTES_PER_STACK = 64;
  private static final int BYTES_PER_FRAME = 40;

  private final Map<Integer, String> types = new ConcurrentHashMap<>();
  private final Map<Integer, Stack> stacks = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  /** Learns a type; beyond the bound new ones stay unnamed. */
  void define(TaskType type) {
    if (types.size() < MAX_TYPES || types.containsKey(type.id())) {
      if (types.put(type.id(), type.className()) == null) {
        bytes.addAndGet(BYTES_PER_TYPE);
      }
    }
  }

  /** Learns a stack; beyond the bound new ones are unknown. */
  void define(Stack stack) {
    if (stacks.size() < MAX_STACKS || stacks.containsKey(stack.id())) {
      Stack before = stacks.put(stack.id(), stack);
      bytes.addAndGet(bytesOf(stack) - (before == null ? 0 : bytesOf(before)));
    }
  }

  String type(int type) {
    String name = types.get(type);
    if (name != null) {
      return name;
    }
    return type == 0 ? "(unknown type)" : "(type " + type + ")";
  }

  @Nullable Stack stack(int stack) {
    return stacks.get(stack);
  }

  long memoryBytes() {
    return bytes.get();
  }

  private static long bytesOf(Stack stack) {
    return BYTES_PER_STACK + (long) stack.frames().size() * BYTES_PER_FRAME;
  }
}
