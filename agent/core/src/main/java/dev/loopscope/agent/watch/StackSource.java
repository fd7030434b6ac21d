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

  /**
   * Whether somebody may hold single threads: only in a JVM that was started for a debugger. Costs
   * nothing.
   */
  boolean mayBeHeld();

  /**
   * {@code Thread.getId()} of all threads that wait for each other for ever. Stops all threads, for
   * longer the more there are.
   */
  long[] deadlocked();
}
