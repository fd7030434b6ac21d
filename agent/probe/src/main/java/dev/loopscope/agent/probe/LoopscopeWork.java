package dev.loopscope.agent.probe;

/** A worker's work that remembers who handed it over, and when. */
final class LoopscopeWork implements Runnable {
  private final Runnable delegate;
  private final LoopscopeOrigin origin;

  LoopscopeWork(Runnable delegate, LoopscopeOrigin origin) {
    this.delegate = delegate;
    this.origin = origin;
  }

  @Override
  public void run() {
    origin.describeWork(delegate, 0);
    delegate.run();
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
