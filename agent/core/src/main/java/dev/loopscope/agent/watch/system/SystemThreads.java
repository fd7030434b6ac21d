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
        public SystemView look(long threadId) {
          return SystemView.UNKNOWN;
        }
      };

  /**
   * How long the thread has been ready and waited for a processor so far, -1 unknown. A wait that
   * still lasts is not in it. About 15 µs.
   *
   * @param threadId {@code Thread.getId()}
   */
  long runQueueNanos(long threadId);

  /** What the thread is doing now, for the operating system. About 50 µs. */
  SystemView look(long threadId);
}
