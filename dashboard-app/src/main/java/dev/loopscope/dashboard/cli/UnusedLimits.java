package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Definitions;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which limits by name fit no loop: as a rule the name was mistyped, and nobody would notice. For
 * one thread.
 */
final class UnusedLimits {

  private static final int MAX_NAMES = 10;

  private final Set<String> unused;
  private final Set<String> seen = new TreeSet<>();

  /**
   * Limits of which none has been of use yet.
   *
   * @param names of loops or groups of loops
   */
  UnusedLimits(Collection<String> names) {
    unused = new TreeSet<>(names);
  }

  /** The sentence for all loops of a session that is over. */
  static String of(Trace trace) {
    UnusedLimits limits = new UnusedLimits(trace.settings().limitNanosByName().keySet());
    trace.loops().stream().map(LoopInfo::loop).forEach(limits::saw);
    return limits.sentence();
  }

  /** There is such a loop. */
  void saw(Definitions.Loop loop) {
    if (unused.isEmpty()) {
      return;
    }
    unused.remove(loop.name());
    unused.remove(loop.group());
    seen.add(loop.group().isEmpty() ? loop.name() : loop.group());
  }

  /** What is wrong and what to write instead; empty when every limit fitted a loop. */
  String sentence() {
    if (unused.isEmpty()) {
      return "";
    }
    return "No loop or group of loops was called "
        + unused.stream().map(name -> '"' + name + '"').collect(Collectors.joining(" or "))
        + ", so that limit held for nothing. "
        + (seen.isEmpty() ? "No loop was seen." : "There were: " + names() + ".");
  }

  private String names() {
    String first = seen.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    return seen.size() > MAX_NAMES ? first + " and " + (seen.size() - MAX_NAMES) + " more" : first;
  }
}
