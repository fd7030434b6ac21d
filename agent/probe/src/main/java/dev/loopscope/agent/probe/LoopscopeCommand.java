package dev.loopscope.agent.probe;

/** A timer's command that remembers who set the timer, when, and for when. */
final class LoopscopeCommand implements Runnable {
  private final Runnable delegate;
  private final LoopscopeOrigin origin;

  LoopscopeCommand(Runnable delegate, LoopscopeOrigin origin) {
    this.delegate = delegate;
    this.origin = origin;
  }

  @Override
  public void run() {
    origin.describeRun(delegate);
    delegate.run();
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
