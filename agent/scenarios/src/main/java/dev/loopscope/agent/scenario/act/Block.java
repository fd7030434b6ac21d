package dev.loopscope.agent.scenario.act;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One block of the loop, as the program itself saw it. */
public final class Block {

  private final long plannedNanos;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean released;
  private volatile boolean heldUp;
  private volatile long disturbedFromNanos = Long.MAX_VALUE;
  private volatile long disturbedToNanos = Long.MAX_VALUE;
  private volatile long startNanos;
  private volatile long endNanos;
  private volatile String culprits = "";
  private volatile @Nullable Throwable failure;
  private volatile @Nullable Usage usage;
  private volatile String usedWords = "cpu=-1 queue=-1";

  /** A block that shall last for so long. */
  public Block(long millis) {
    plannedNanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** By the loop: it begins now. */
  void begin() {
    usage = Usage.ofThisThread();
    startNanos = System.nanoTime();
    begun.countDown();
  }

  /** By the loop: it ends now. */
  void end() {
    endNanos = System.nanoTime();
    Usage before = usage;
    if (before != null) {
      usedWords = before.until(Usage.ofThisThread());
    }
    ended.countDown();
  }

  /**
   * By the loop: it ends now, and only that part of it mattered.
   *
   * @param used what {@link Usage#until} says of that part
   */
  void endAs(long fromNanos, long nanos, String used) {
    usedWords = used;
    startNanos = fromNanos;
    endNanos = fromNanos + nanos;
    ended.countDown();
  }

  void fail(Throwable e) {
    failure = e;
    end();
  }

  long plannedNanos() {
    return plannedNanos;
  }

  long plannedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(plannedNanos);
  }

  /** When it should be over. */
  long untilNanos() {
    return startNanos + plannedNanos;
  }

  boolean isOver() {
    return System.nanoTime() - untilNanos() >= 0;
  }

  /** By another thread: nothing more will be done to the program from outside. */
  public void release() {
    released = true;
  }

  /** By another thread: from now on the loop is held up from elsewhere. */
  public void disturb() {
    disturbedFromNanos = System.nanoTime();
  }

  /** By another thread: no more. */
  public void disturbed() {
    disturbedToNanos = System.nanoTime();
  }

  /** Whether it was held up from elsewhere at some time between the two moments. */
  boolean isDisturbed(long fromNanos, long toNanos) {
    return fromNanos < disturbedToNanos && toNanos > disturbedFromNanos;
  }

  /** By the loop: what was to happen to it has happened. */
  void heldUp() {
    heldUp = true;
  }

  /** Whether what was to happen to the loop has happened. */
  public boolean wasHeldUp() {
    return heldUp;
  }

  boolean isReleased() {
    return released;
  }

  /** Whether the loop is free again. */
  boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** By a partner: returns when the loop has been blocked for that part of the planned time. */
  void outlast(double part) throws InterruptedException {
    begun.await();
    long until = startNanos + (long) (part * plannedNanos);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** By another thread: returns when the loop has been blocked for long enough. */
  public void outlast() throws InterruptedException {
    outlast(1);
  }

  /** By another thread: returns when the loop is blocked. */
  public void awaitBegin() throws InterruptedException {
    begun.await();
  }

  void awaitEnd() throws InterruptedException, ExecutionException {
    ended.await();
    Throwable failed = failure;
    if (failed != null) {
      throw new ExecutionException(failed);
    }
  }

  /** The culprit is the calling method, in the line after this call. */
  void nextLine() {
    StackTraceElement caller = new Throwable().getStackTrace()[1];
    culprit(caller.getClassName(), caller.getMethodName(), caller.getLineNumber() + 1);
  }

  /**
   * The culprit is the calling method, where it enters a monitor in the line after this call.
   * HotSpot shows a thread that waits there in that line or, when the code is interpreted, in the
   * next one.
   */
  void nextLineEnters() {
    StackTraceElement caller = new Throwable().getStackTrace()[1];
    culprit(caller.getClassName(), caller.getMethodName(), caller.getLineNumber() + 1);
    culprit(caller.getClassName(), caller.getMethodName(), caller.getLineNumber() + 2);
  }

  /** The culprit is the calling method, in whatever line. */
  void inMethod() {
    StackTraceElement caller = new Throwable().getStackTrace()[1];
    culprit(caller.getClassName(), caller.getMethodName(), -1);
  }

  /** This one is as good a culprit: both are the program's own and at work. */
  void culprit(String className, String method, int line) {
    String before = culprits; // only the loop's thread writes it
    culprits = (before.isEmpty() ? "" : before + ",") + className + '#' + method + ':' + line;
  }

  /** What happened, in one line; {@code nanos=0} when it lasts. */
  @Override
  public String toString() {
    long nanos = endNanos == 0 ? 0 : endNanos - startNanos;
    return String.format(
        Locale.ROOT, "start=%d nanos=%d %s culprits=%s", startNanos, nanos, usedWords, culprits);
  }
}
