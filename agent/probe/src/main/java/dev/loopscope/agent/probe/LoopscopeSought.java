package dev.loopscope.agent.probe;

/**
 * Stands for a task in a search of a queue, such as {@code queue.remove(task)}: equal to the task
 * itself and to the wrapper that carries it.
 */
final class LoopscopeSought implements Runnable {
  private final Runnable task;

  LoopscopeSought(Runnable task) {
    this.task = task;
  }

  @Override
  public void run() {
    task.run();
  }

  // java.util queues ask the sought object, not the element, so this side decides
  @Override
  public boolean equals(Object other) {
    Object found = other instanceof LoopscopeTask wrapper ? wrapper.delegate : other;
    return task.equals(found);
  }

  @Override
  public int hashCode() {
    return task.hashCode();
  }
}
