package dev.loopscope.dashboard.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes something in the background and hands back the newest answer only: asking again cancels
 * what is still under way, so that a slow answer never replaces a newer one.
 *
 * @param <T> the answer
 */
public final class Latest<T> {

  private final Confinement confinement = new Confinement();
  private final Executor background;
  private final Executor here;
  private @Nullable FutureTask<T> current;

  /**
   * Nothing is under way at first.
   *
   * @param background runs the computations; interrupted when the answer is not wanted any more
   * @param here runs the answers' consumers on the thread that made this object
   */
  public Latest(Executor background, Executor here) {
    this.background = background;
    this.here = here;
  }

  /** Computes {@code question}, then hands its answer or its failure over, unless outdated. */
  public void ask(Callable<T> question, Consumer<T> answered, Consumer<Throwable> failed) {
    cancel();
    FutureTask<T> task =
        new FutureTask<>(question) {
          @Override
          protected void done() {
            here.execute(() -> deliver(this, answered, failed));
          }
        };
    current = task;
    background.execute(task);
  }

  /** Whether an answer is awaited. */
  public boolean isBusy() {
    return current != null;
  }

  /** Gives up what is under way; its consumers are not called. */
  public void cancel() {
    confinement.check();
    if (current != null) {
      current.cancel(true);
      current = null;
    }
  }

  private void deliver(FutureTask<T> task, Consumer<T> answered, Consumer<Throwable> failed) {
    if (task != current) {
      return;
    }
    current = null;
    T answer;
    try {
      answer = task.get();
    } catch (ExecutionException e) {
      failed.accept(e.getCause() != null ? e.getCause() : e);
      return;
    } catch (CancellationException | InterruptedException e) {
      failed.accept(e);
      return;
    }
    answered.accept(answer);
  }
}
