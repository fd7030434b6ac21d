package dev.loopscope.agent.plugin;

import dev.loopscope.agent.send.FrameSink;
import java.io.IOException;
import java.util.function.IntSupplier;

/**
 * Tells what a plugin knows besides the runs that its hooks record: facts about loops, what virtual
 * threads do, warnings of the framework itself. All methods are called by the drain thread alone; a
 * source that throws is closed and counted as an error, and the session goes on without it.
 */
public interface Source extends AutoCloseable {

  /**
   * Called before {@link #start}.
   *
   * @param numbers the next free number of a stack; every stack that is defined takes one
   */
  default void numberStacksBy(IntSupplier numbers) {}

  /** The session begins. */
  void start();

  /**
   * Called about ten times a second.
   *
   * @param sink takes frames; what they refer to must be defined before
   */
  void tell(long nowNanos, FrameSink sink) throws IOException;

  /** The session ends: leaves nothing behind in the watched process. */
  @Override
  void close();
}
