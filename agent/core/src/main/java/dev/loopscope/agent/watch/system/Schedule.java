package dev.loopscope.agent.watch.system;

import org.jspecify.annotations.Nullable;

/**
 * What the scheduler counts of a thread.
 *
 * @param cpuNanos time on a processor
 * @param runQueueNanos time in which it was ready and waited for one
 */
record Schedule(long cpuNanos, long runQueueNanos) {

  /** The thread's {@code schedstat}; null when there is none. */
  static @Nullable Schedule read(ProcFiles files, int thread) {
    String text = files.ofThread(thread, "schedstat");
    return text == null ? null : parse(text);
  }

  static @Nullable Schedule parse(String text) {
    String[] fields = text.split(" ", 3);
    try {
      return fields.length < 2
          ? null
          : new Schedule(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
