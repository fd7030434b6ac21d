package dev.loopscope.agent.probe;

/**
 * Travels through a loop's queue in place of a task and remembers where it came from. After detach
 * a wrapper that is still queued only delegates.
 */
public final class LoopscopeTask implements Runnable {
  final Runnable delegate;
  final long parentId;
  final long submittedNanos;
  final long submitterId;

  LoopscopeTask(Runnable delegate, long parentId, long submittedNanos, long submitterId) {
    this.delegate = delegate;
    this.parentId = parentId;
    this.submittedNanos = submittedNanos;
    this.submitterId = submitterId;
  }

  @Override
  public void run() {
    delegate.run();
  }

  /** What the application's own logging of a task would have said. */
  @Override
  public String toString() {
    return delegate.toString();
  }
}
