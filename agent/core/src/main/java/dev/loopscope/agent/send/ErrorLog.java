package dev.loopscope.agent.send;

/**
 * Counts what went wrong in the agent itself and keeps the last in words. Nothing of it reaches the
 * application; the Stats frame tells the user. Safe from any thread.
 */
public final class ErrorLog {

  private long count;
  private String last = "";

  /** {@code doing} failed with {@code error}. */
  public void count(String doing, Throwable error) {
    count(doing + ": " + error);
  }

  /** Something went wrong that is no exception. */
  public synchronized void count(String what) {
    count++;
    last = what;
  }

  public synchronized long count() {
    return count;
  }

  /** The last error in words, empty when there was none. */
  public synchronized String last() {
    return last;
  }
}
