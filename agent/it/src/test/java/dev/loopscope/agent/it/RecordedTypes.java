package dev.loopscope.agent.it;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.Warning;
import dev.loopscope.protocol.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recording whose runs are all single, by their type and loop. */
final class RecordedTypes {
  final Map<Integer, Definitions.Loop> loops = new HashMap<>();
  final List<Stall> stalls = new ArrayList<>();
  final List<Warning> warnings = new ArrayList<>();
  Coverage coverage = new Coverage(List.of());
  private final Map<Integer, String> types = new HashMap<>();
  private final Map<Integer, Definitions.Stack> stacks = new HashMap<>();
  private final Map<Integer, List<Run>> runs = new TreeMap<>();
  long errors;

  RecordedTypes(Path file) throws IOException {
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        take(frame);
      }
    }
  }

  private void take(Frame frame) {
    if (frame instanceof Definitions definitions) {
      definitions.loops().forEach(loop -> loops.put(loop.id(), loop));
      definitions.types().forEach(type -> types.put(type.id(), type.className()));
      definitions.stacks().forEach(stack -> stacks.put(stack.id(), stack));
    } else if (frame instanceof RunBatch batch) {
      for (int i = 0; i < batch.runs().size(); i++) {
        runs.computeIfAbsent(batch.loop(), l -> new ArrayList<>()).add(batch.runs().run(i));
      }
    } else if (frame instanceof Stall stall) {
      stalls.add(stall);
    } else if (frame instanceof Warning warning) {
      warnings.add(warning);
    } else if (frame instanceof Coverage found) {
      coverage = found;
    } else if (frame instanceof Stats stats) {
      errors = stats.errors();
    }
  }

  /** Finished runs of the program's own classes, in the words of {@link TypeCounts}. */
  String inWords(Class<?> program) {
    Map<String, int[]> counts = new TreeMap<>();
    runs.values().stream()
        .flatMap(List::stream)
        .filter(run -> run.kind() == RunKind.TASK || run.kind() == RunKind.TIMER)
        .filter(run -> run.outcome() != Outcome.CANCELLED)
        .filter(run -> isCounted(program, typeOf(run)))
        .forEach(
            run ->
                counts
                    .computeIfAbsent(typeOf(run), t -> new int[2])[
                    run.outcome() == Outcome.FAILED ? 1 : 0]++);
    return TypeCounts.words(counts);
  }

  /** Tasks that count themselves are named classes of the program, and no lambdas. */
  private static boolean isCounted(Class<?> program, String type) {
    return type.startsWith(program.getName() + "$Counted");
  }

  /** Loops by the beginning of {@code kind:name}, as they were told last. */
  List<Definitions.Loop> loopsNamed(String pattern) {
    return loops.values().stream()
        .filter(loop -> (loop.kind() + ':' + loop.name()).matches(pattern + ".*"))
        .toList();
  }

  String typeOf(Run run) {
    return types.getOrDefault(run.type(), "");
  }

  /** All runs of the program's class of this simple name, by their start. */
  List<Run> runsOf(Class<?> program, String simpleName) {
    return runsOfType(program.getName() + '$' + simpleName);
  }

  /** All runs of a type, by their start. */
  List<Run> runsOfType(String type) {
    return runs.values().stream()
        .flatMap(List::stream)
        .filter(run -> typeOf(run).equals(type))
        .sorted(Comparator.comparingLong(Run::startNanos))
        .toList();
  }

  /** Tasks that were given by a run that is in the recording too. */
  List<Run> tasksWithParent() {
    Set<Long> known = new HashSet<>();
    runs.values().forEach(some -> some.forEach(run -> known.add(run.id())));
    return runs.values().stream()
        .flatMap(List::stream)
        .filter(run -> run.kind() == RunKind.TASK && known.contains(run.parent()))
        .toList();
  }

  /** Types of what ran on loops of a kind. */
  Set<String> typesOn(String loopKind) {
    return runs.entrySet().stream()
        .filter(entry -> isOfKind(loops.get(entry.getKey()), loopKind))
        .flatMap(entry -> entry.getValue().stream())
        .map(this::typeOf)
        .collect(Collectors.toSet());
  }

  /** Finished runs of a kind, on loops of a kind. */
  List<Run> runsOfKind(String loopKind, RunKind kind) {
    return runs.entrySet().stream()
        .filter(entry -> isOfKind(loops.get(entry.getKey()), loopKind))
        .flatMap(entry -> entry.getValue().stream())
        .filter(run -> run.kind() == kind && run.outcome() != Outcome.CANCELLED)
        .toList();
  }

  private static boolean isOfKind(Definitions.@Nullable Loop loop, String kind) {
    return loop != null && loop.kind().equals(kind);
  }

  /** Culprits of the stalls, as {@code Class.method} and cause. */
  List<String> culprits() {
    List<String> culprits = new ArrayList<>();
    for (Stall stall : stalls) {
      Definitions.Stack stack = stacks.get(stall.culpritStack());
      if (stack != null && stall.culpritFrame() >= 0) {
        Definitions.StackFrame frame = stack.frames().get(stall.culpritFrame());
        culprits.add(frame.className() + '.' + frame.method());
      }
    }
    return culprits;
  }
}
