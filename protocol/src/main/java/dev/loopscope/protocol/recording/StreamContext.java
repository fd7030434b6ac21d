package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Command.Configure;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must know who begins to read in the middle of a stream: who speaks, the names, and
 * the last word on every loop, the virtual threads and the agent itself.
 */
final class StreamContext {

  private static final int MAX_LOOPS = 16_384;
  private static final int MAX_TYPES = 262_144;
  private static final int MAX_STACKS = 16_384;
  private static final int MAX_OPEN_STALLS = 256;
  private static final int DEFINITIONS_PER_FRAME = 256;

  private @Nullable Hello hello;
  private @Nullable Coverage coverage;
  private @Nullable Configure configure;
  private final Map<Integer, Definitions.Loop> loops = new Remembered<>(MAX_LOOPS);
  private final Map<Integer, Definitions.TaskType> types = new Remembered<>(MAX_TYPES);
  private final Map<Integer, Definitions.Stack> stacks = new Remembered<>(MAX_STACKS);
  private final Map<Integer, LoopState> states = new Remembered<>(MAX_LOOPS);
  private final Map<Integer, LoopFacts> facts = new Remembered<>(MAX_LOOPS);
  private @Nullable VirtualThreads virtualThreads;
  private @Nullable Stats stats;
  private final Map<Long, Stall> openStalls = new Remembered<>(MAX_OPEN_STALLS);

  /** Whether {@link #learn} takes anything from {@code frame}. */
  static boolean concerns(Frame frame) {
    return frame instanceof Hello
        || frame instanceof Definitions
        || frame instanceof Coverage
        || frame instanceof Configure
        || frame instanceof LoopState
        || frame instanceof LoopFacts
        || frame instanceof VirtualThreads
        || frame instanceof Stats
        || frame instanceof Stall;
  }

  void learn(Frame frame) {
    if (frame instanceof Hello first) {
      hello = first;
    } else if (frame instanceof Definitions definitions) {
      definitions.loops().forEach(loop -> loops.put(loop.id(), loop));
      definitions.types().forEach(type -> types.put(type.id(), type));
      definitions.stacks().forEach(stack -> stacks.put(stack.id(), stack));
    } else if (frame instanceof Coverage newest) {
      coverage = newest;
    } else if (frame instanceof Configure newest) {
      configure = newest;
    } else if (frame instanceof LoopState state) {
      states.put(state.loop(), state);
    } else if (frame instanceof LoopFacts newest) {
      facts.put(newest.loop(), newest);
    } else if (frame instanceof VirtualThreads newest) {
      virtualThreads = newest;
    } else if (frame instanceof Stats newest) {
      stats = newest;
    } else if (frame instanceof Stall stall) {
      if (stall.isOpen()) {
        openStalls.put(stall.id(), stall);
      } else {
        openStalls.remove(stall.id());
      }
    }
  }

  /**
   * The frames to repeat before others that refer to {@code references}, most important first.
   * Loops and their states are all repeated: an idle loop has its lane, too.
   */
  List<Frame> frames(References references) {
    List<Frame> frames = new ArrayList<>();
    addIfKnown(frames, hello);
    addIfKnown(frames, configure);
    addIfKnown(frames, coverage);
    List<Frame> last = new ArrayList<>(states.values());
    last.addAll(openStalls.values());
    last.forEach(references::add);
    addDefinitions(frames, new ArrayList<>(loops.values()), List.of(), List.of());
    addDefinitions(frames, List.of(), known(types, references.types()), List.of());
    addDefinitions(frames, List.of(), List.of(), known(stacks, references.stacks()));
    frames.addAll(last);
    frames.addAll(facts.values());
    addIfKnown(frames, virtualThreads);
    addIfKnown(frames, stats);
    return frames;
  }

  private static void addIfKnown(List<Frame> frames, @Nullable Frame frame) {
    if (frame != null) {
      frames.add(frame);
    }
  }

  private static <V> List<V> known(Map<Integer, V> map, int[] numbers) {
    List<V> known = new ArrayList<>();
    for (int number : numbers) {
      V value = map.get(number);
      if (value != null) {
        known.add(value);
      }
    }
    return known;
  }

  private static void addDefinitions(
      List<Frame> frames,
      List<Definitions.Loop> loops,
      List<Definitions.TaskType> types,
      List<Definitions.Stack> stacks) {
    int count = loops.size() + types.size() + stacks.size();
    for (int from = 0; from < count; from += DEFINITIONS_PER_FRAME) {
      frames.add(new Definitions(part(loops, from), part(types, from), part(stacks, from)));
    }
  }

  private static <T> List<T> part(List<T> all, int from) {
    int start = Math.min(from, all.size());
    return all.subList(start, Math.min(all.size(), start + DEFINITIONS_PER_FRAME));
  }
}
