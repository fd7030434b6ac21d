package dev.loopscope.samples.sleepers;

import java.time.Duration;

/**
 * A plain thread that submits the sleepers and waits for them, so that whoever started it is free
 * to wait for something else.
 */
public final class SleepersThread implements AutoCloseable {
  private final Sleepers sleepers;
  private final Duration after;
  private final Duration every;
  private final Runnable whenThrough;
  private final Thread thread = new Thread(this::run, "sleepers-main");

  /**
   * A thread that cycles once, or again and again if {@code every} is not zero.
   *
   * @param after how long to wait before the first cycle
   * @param whenThrough called by the thread after the last cycle
   */
  public SleepersThread(Sleepers sleepers, Duration after, Duration every, Runnable whenThrough) {
    this.sleepers = sleepers;
    this.after = after;
    this.every = every;
    this.whenThrough = whenThrough;
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      Thread.sleep(after.toMillis());
      sleepers.cycle();
      while (!every.isZero()) {
        Thread.sleep(every.toMillis());
        sleepers.cycle();
      }
      whenThrough.run();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops between two steps; a sleeper that is asleep is not waited for. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
