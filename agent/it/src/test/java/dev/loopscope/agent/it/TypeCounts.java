package dev.loopscope.agent.it;

import java.util.Map;
import java.util.TreeMap;

/** What a program itself knows of its tasks, by the class of the task. */
final class TypeCounts {
  private final Map<String, int[]> byType = new TreeMap<>();
  private int expected;
  private int ended;

  /** So many tasks are about to be handed over. */
  synchronized void expect(int tasks) {
    expected += tasks;
  }

  /**
   * A task runs.
   *
   * @throws IllegalStateException on purpose, when {@code fails}
   */
  void run(Object task, boolean fails) {
    count(task.getClass().getName(), fails);
    if (fails) {
      throw new IllegalStateException("on purpose");
    }
  }

  private synchronized void count(String type, boolean fails) {
    byType.computeIfAbsent(type, t -> new int[2])[fails ? 1 : 0]++;
    ended++;
    notifyAll();
  }

  synchronized void awaitAll() throws InterruptedException {
    while (ended < expected) {
      wait();
    }
  }

  /** In words that {@link RecordedTypes} uses too. */
  @Override
  public synchronized String toString() {
    return words(byType);
  }

  static String words(Map<String, int[]> byType) {
    StringBuilder text = new StringBuilder();
    byType.forEach(
        (type, counts) ->
            text.append(type)
                .append(" done=")
                .append(counts[0])
                .append(" failed=")
                .append(counts[1])
                .append(' '));
    return text.toString().strip();
  }
}
