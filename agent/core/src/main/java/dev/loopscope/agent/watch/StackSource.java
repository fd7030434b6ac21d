package dev.loopscope.agent.watch;

import org.jspecify.annotations.Nullable;

/** Looks at threads from outside. */
interface StackSource {

  /** The thread at this moment, null when it has ended. Stops the target for about 0.15 ms. */
  @Nullable ThreadSample sample(long threadId);

  /** CPU time the thread has used, -1 unknown. Costs about a microsecond. */
  long cpuNanos(long threadId);
}
