package dev.loopscope.agent.watch;

import org.jspecify.annotations.Nullable;

/** Looks at threads from outside. */
interface StackSource {

  /**
   * The thread at this moment with its stack, null when it has ended. Stops all threads for about
   * 0.15 ms up to JDK 20, this one alone for some microseconds from 21 on.
   */
  @Nullable ThreadSample sample(long threadId);

  /** The thread at this moment without its stack, null when it has ended. Stops nobody. */
  @Nullable ThreadSample peek(long threadId);

  /** CPU time the thread has used, -1 unknown. Costs about a microsecond. */
  long cpuNanos(long threadId);
}
