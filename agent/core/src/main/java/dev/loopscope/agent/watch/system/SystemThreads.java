package dev.loopscope.agent.watch.system;

/** What the operating system tells of threads. Asked only about threads under suspicion. */
public interface SystemThreads {

  /** A system that tells nothing. */
  SystemThreads SILENT =
      new SystemThreads() {
        @Override
        public long runQueueNanos(long threadId) {
          return -1;
        }

        @Override
        public char state(long threadId) {
          return SystemView.UNKNOWN.state();
        }

        @Override
        public SystemView look(long threadId) {
          return SystemView.UNKNOWN;
        }

        @Override
        public SystemView describe(SystemView seen) {
          return seen;
        }
      };

  /**
   * Whether it can be asked about the thread at once. If not, the first question begins with a
   * search, which takes milliseconds where there are many threads.
   *
   * @param threadId {@code Thread.getId()}
   */
  default boolean answersAtOnce(long threadId) {
    return true;
  }

  /**
   * How long the thread has been ready and waited for a processor so far, -1 unknown. A wait that
   * still lasts is not in it.
   *
   * @param threadId {@code Thread.getId()}
   */
  long runQueueNanos(long threadId);

  /**
   * The thread's state alone, as {@link SystemView#state} has it.
   *
   * @param threadId {@code Thread.getId()}
   */
  char state(long threadId);

  /**
   * What the thread is doing now, for the operating system, but not yet on what.
   *
   * @param threadId {@code Thread.getId()}
   */
  SystemView look(long threadId);

  /**
   * The same with the file or the peer of the call. It is told of the moment of asking, and may
   * take milliseconds where there are many connections.
   */
  SystemView describe(SystemView seen);

  /** Gives back what it keeps open. */
  default void close() {}
}
