package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the agent told of the frameworks besides runs. One writer, any reader; bounded. */
final class Observations {

  static final int MAX_PINNED = 50_000;
  static final int MAX_WARNINGS = 10_000;

  /** An hour of one a second. */
  static final int MAX_VIRTUAL_THREADS = 3_600;

  private static final int MAX_LOOPS = 16_384;
  private static final int BYTES_PER_FACTS = 640;

  private final SpanList<Pinned> pinned =
      new SpanList<>(MAX_PINNED, Pinned::fromNanos, Pinned::toNanos);
  private final SpanList<Warning> warnings =
      new SpanList<>(MAX_WARNINGS, Warning::atNanos, Warning::atNanos);
  private final SpanList<VirtualThreads> virtualThreads =
      new SpanList<>(MAX_VIRTUAL_THREADS, VirtualThreads::atNanos, VirtualThreads::atNanos);
  private final Map<Integer, LoopFacts> facts = new ConcurrentHashMap<>();

  /** Takes the frame, if it is one of these; its time is added to {@code extent}. */
  void accept(Frame frame, Extent extent) {
    if (frame instanceof Pinned wait) {
      if (Extent.isTime(wait.fromNanos()) && wait.toNanos() >= wait.fromNanos()) {
        pinned.add(wait);
        extent.reach(wait.toNanos());
      }
    } else if (frame instanceof Warning warning) {
      warnings.add(warning);
      extent.reach(warning.atNanos());
    } else if (frame instanceof VirtualThreads newest) {
      virtualThreads.add(newest);
      extent.reach(newest.atNanos());
    } else if (frame instanceof LoopFacts newest) {
      if (facts.size() < MAX_LOOPS || facts.containsKey(newest.loop())) {
        facts.put(newest.loop(), newest);
      }
      extent.reach(newest.atNanos());
    }
  }

  List<Pinned> pinned(TimeSpan span) {
    return pinned.overlapping(span);
  }

  List<Warning> warnings(TimeSpan span) {
    return warnings.overlapping(span);
  }

  List<VirtualThreads> virtualThreads(TimeSpan span) {
    return virtualThreads.overlapping(span);
  }

  @Nullable LoopFacts facts(int loop) {
    return facts.get(loop);
  }

  long memoryBytes() {
    return pinned.memoryBytes()
        + warnings.memoryBytes()
        + virtualThreads.memoryBytes()
        + (long) facts.size() * BYTES_PER_FACTS;
  }
}
