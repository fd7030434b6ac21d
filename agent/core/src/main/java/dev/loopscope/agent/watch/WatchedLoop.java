package dev.loopscope.agent.watch;

import dev.loopscope.protocol.LoopState.OpenRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the watcher sees of a loop. Reading never disturbs the loop's thread. */
public interface WatchedLoop {

  /** The loop's number. */
  int loop();

  /** The loop's kind, by which its limit is found if it has none of its own. */
  String kind();

  /** The loop's name and that of its group, by which it may have a limit of its own. */
  String name();

  String group();

  /** {@code Thread.getId()} of its thread. */
  long threadId();

  /** Its thread. */
  Thread thread();

  /** The number of the run that is on the loop now, 0 when there is none. */
  long currentRun();

  /** When the current run began; meaningful only between two equal {@link #currentRun()}. */
  long currentStartNanos();

  /** The current run if it is still {@code id}, otherwise null. */
  @Nullable OpenRun open(long id);

  /**
   * Whether a thread with this stack, innermost frame first, does something else than its loop; if
   * so, the run is none and is forgotten.
   */
  default boolean hasLeft(long run, List<StackTraceElement> stack) {
    return false;
  }
}
