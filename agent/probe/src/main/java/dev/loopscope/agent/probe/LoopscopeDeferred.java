package dev.loopscope.agent.probe;

/**
 * Something a toolkit will run on its one thread. It is a run by itself, because on some systems
 * native code calls it. After detach one that is still queued only delegates.
 */
final class LoopscopeDeferred implements Runnable {
  final Runnable delegate;
  final long parentId;
  final long submittedNanos;
  final long submitterId;

  /** Whether the application asked for it, and not the toolkit itself. */
  final boolean task;

  /** Whether it was counted as submitted to the loop that will run it. */
  final boolean bound;

  LoopscopeDeferred(
      Runnable delegate,
      long parentId,
      long submittedNanos,
      long submitterId,
      boolean task,
      boolean bound) {
    this.delegate = delegate;
    this.parentId = parentId;
    this.submittedNanos = submittedNanos;
    this.submitterId = submitterId;
    this.task = task;
    this.bound = bound;
  }

  @Override
  public void run() {
    boolean begun = LoopscopeToolkit.begin(this);
    try {
      delegate.run();
    } catch (Throwable e) {
      if (begun) {
        LoopscopeToolkit.exit(e);
      }
      throw e;
    }
    if (begun) {
      LoopscopeToolkit.exit(null);
    }
  }

  /** What the application's own logging of a task would have said. */
  @Override
  public String toString() {
    return delegate.toString();
  }
}
