package dev.loopscope.agent.watch;

import dev.loopscope.agent.send.ErrorLog;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The watcher's thread. It wakes when the first run now on a loop could break its limit, so it
 * finds a stall within a fraction of a millisecond, and otherwise every {@link #TICK_NANOS}, to
 * notice that the JVM stood still.
 */
public final class Watcher implements Runnable {

  static final long TICK_NANOS = 25_000_000L;
  static final long MIN_TICK_NANOS = 1_000_000L;

  private final Supplier<Lookout> lookouts;
  private final Intake intake;
  private final Runnable watching;
  private final Consumer<Throwable> cannot;
  private final ErrorLog errors;
  private volatile boolean stopped;

  /**
   * A watcher that has not begun.
   *
   * @param lookouts makes what it looks with; asked once, on the watcher's own thread, because
   *     attaching does not wait for it
   * @param watching told on that thread when the looking begins
   * @param cannot told on that thread when it does not begin: nobody looks then
   * @param errors gets what goes wrong
   */
  public Watcher(
      Supplier<Lookout> lookouts, Runnable watching, Consumer<Throwable> cannot, ErrorLog errors) {
    this.lookouts = lookouts;
    this.watching = watching;
    this.cannot = cannot;
    this.errors = errors;
    intake = new Intake(errors);
  }

  /** From any thread: a finished run over its limit came out of a ring. Never blocks. */
  public void finished(LongRun run) {
    intake.finished(run);
  }

  /** From any thread: the loop's thread has ended. Never blocks. */
  public void gone(int loop) {
    intake.gone(loop);
  }

  /** From any thread: the thread ends soon. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try (Lookout lookout = lookouts.get()) {
      if (!stopped) { // a session may be over before it watches
        lookout.rehearse();
      }
      if (!stopped) {
        watching.run();
      }
      watch(lookout);
    } catch (RuntimeException | Error e) {
      cannot.accept(e);
    }
  }

  private void watch(Lookout lookout) {
    long planned = System.nanoTime();
    while (!stopped) {
      long now = System.nanoTime();
      try {
        planned = lookout.look(planned, now, intake);
      } catch (RuntimeException | Error e) {
        errors.count("watching the loops", e);
        planned = now + TICK_NANOS;
      }
      sleepUntil(planned);
    }
  }

  private void sleepUntil(long planned) {
    for (long left = planned - System.nanoTime();
        left > 0 && !stopped;
        left = planned - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }
}
