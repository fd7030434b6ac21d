package dev.loopscope.agent.it;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The loops of a recording, by what was said of them last. */
final class RecordedLoops {
  final Map<Integer, Definitions.Loop> loops = new HashMap<>();
  final Map<Integer, LoopState> states = new HashMap<>();
  final Map<Integer, LoopFacts> facts = new HashMap<>();
  private final Map<Integer, Definitions.Stack> stacks = new HashMap<>();
  private final Map<Long, Stall> stalls = new HashMap<>();

  RecordedLoops(Path file) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        take(frame);
      }
    }
  }

  private void take(Frame frame) {
    if (frame instanceof Definitions definitions) {
      definitions.loops().forEach(loop -> loops.put(loop.id(), loop));
      definitions.stacks().forEach(stack -> stacks.put(stack.id(), stack));
    } else if (frame instanceof LoopState state) {
      states.put(state.loop(), state);
    } else if (frame instanceof LoopFacts told) {
      facts.put(told.loop(), told);
    } else if (frame instanceof Stall stall) {
      stalls.put(stall.id(), stall);
    }
  }

  List<Definitions.Loop> ofKind(String kind) {
    return loops.values().stream().filter(loop -> loop.kind().equals(kind)).toList();
  }

  /** Turns of all loops of a kind. */
  long iterations(String kind) {
    return ofKind(kind).stream()
        .mapToLong(loop -> known(states, loop.id()).totals().iterations())
        .sum();
  }

  /** Who is blamed for stalls longer than this, as {@code Class.method}; empty for nobody. */
  List<String> blamedOn(String kind, long overNanos) {
    List<String> found = new ArrayList<>();
    for (Stall stall : stalls.values()) {
      boolean isLong = stall.endNanos() - stall.run().startNanos() > overNanos;
      if (known(loops, stall.loop()).kind().equals(kind) && isLong) {
        found.add(stall.culpritFrame() < 0 ? "" : culprit(stall));
      }
    }
    return found;
  }

  private String culprit(Stall stall) {
    Definitions.StackFrame frame =
        known(stacks, stall.culpritStack()).frames().get(stall.culpritFrame());
    return frame.className() + '.' + frame.method();
  }

  private static <T> T known(Map<Integer, T> defined, int number) {
    return Objects.requireNonNull(defined.get(number), () -> number + " is not defined");
  }
}
