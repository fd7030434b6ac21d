package dev.loopscope.agent.it;

/** A worker whose class answers for the thread itself, and always with an error. */
final class HostileThread extends Thread {
  private final Thread maker = Thread.currentThread();

  HostileThread(Runnable work, String name) {
    super(work, name);
    setDaemon(true);
  }

  private static <T> T spring() {
    HostileTask.SPRUNG.incrementAndGet();
    throw new IllegalStateException("do not touch");
  }

  @Override
  @SuppressWarnings("deprecation") // it is there to be overridden still
  public long getId() {
    return HostileThread.<Long>spring();
  }

  @Override
  public State getState() {
    // a pool asks once itself, on the thread that needs a worker
    return Thread.currentThread() == maker ? super.getState() : spring();
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    return spring();
  }

  @Override
  public ClassLoader getContextClassLoader() {
    return spring();
  }

  @Override
  public int hashCode() {
    return HostileThread.<Integer>spring();
  }

  @Override
  public boolean equals(Object other) {
    return HostileThread.<Boolean>spring();
  }

  @Override
  public String toString() {
    return spring();
  }
}
