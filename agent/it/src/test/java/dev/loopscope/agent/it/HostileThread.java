package dev.loopscope.agent.it;

/** A worker whose class answers for the thread itself, and always with an error. */
final class HostileThread extends Thread {
  private final Thread maker = Thread.currentThread();

  HostileThread(Runnable work, String name) {
    super(work, name);
    setDaemon(true);
  }

  private static IllegalStateException sprung() {
    HostileTask.SPRUNG.incrementAndGet();
    return new IllegalStateException("do not touch");
  }

  @Override
  @SuppressWarnings("deprecation") // it is there to be overridden still
  public long getId() {
    throw sprung();
  }

  @Override
  public State getState() {
    // a pool asks once itself, on the thread that needs a worker
    if (Thread.currentThread() == maker) {
      return super.getState();
    }
    throw sprung();
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    throw sprung();
  }

  @Override
  public ClassLoader getContextClassLoader() {
    throw sprung();
  }

  @Override
  public int hashCode() {
    throw sprung();
  }

  @Override
  public boolean equals(Object other) {
    throw sprung();
  }

  @Override
  public String toString() {
    throw sprung();
  }
}
