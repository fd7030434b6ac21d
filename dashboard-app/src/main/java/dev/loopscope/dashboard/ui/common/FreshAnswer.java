package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.store.Trace;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept fresh: asked for anew when the question or the trace has changed, in the
 * background, one at a time.
 *
 * @param <Q> what tells one question from another
 * @param <A> the answer
 */
public final class FreshAnswer<Q, A> {

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final Latest<A> asking;
  private @Nullable Q asked;
  private long askedVersion = -1;

  public FreshAnswer(Trace trace, Background background) {
    this.trace = trace;
    asking = background.latest();
  }

  /** Asks, unless an answer is awaited or nothing has changed since the last one. */
  public void refresh(
      Q question, Callable<A> how, Consumer<A> answered, Consumer<Throwable> failed) {
    confinement.check();
    long version = trace.version();
    if (asking.isBusy() || (question.equals(asked) && version == askedVersion)) {
      return;
    }
    asked = question;
    askedVersion = version;
    asking.ask(how, answered, failed);
  }

  /** Whether an answer is awaited. */
  public boolean isBusy() {
    return asking.isBusy();
  }
}
