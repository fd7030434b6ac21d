package dev.loopscope.agent.probe;

/**
 * Travels through a loop's queue in place of a task and remembers where it came from. After detach
 * a wrapper that is still queued only delegates.
 */
public final class LoopscopeTask implements Runnable {
  private static final int TYPE_BITS = 16;

  final Runnable delegate;
  final long parentId;
  final long submittedNanos;

  // thread id and type share a long, which keeps the wrapper within 40 bytes
  private final long submitterAndType;

  LoopscopeTask(Runnable delegate, long parentId, long submittedNanos, long submitterId, int type) {
    this.delegate = delegate;
    this.parentId = parentId;
    this.submittedNanos = submittedNanos;
    submitterAndType = submitterId << TYPE_BITS | type;
  }

  long submitterId() {
    return submitterAndType >>> TYPE_BITS;
  }

  int type() {
    return (int) submitterAndType & (1 << TYPE_BITS) - 1;
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
