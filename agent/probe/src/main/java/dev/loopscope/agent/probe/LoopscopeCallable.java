package dev.loopscope.agent.probe;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Like {@link LoopscopeCommand}, for a command with a result. */
final class LoopscopeCallable implements Callable<@Nullable Object> {
  private final Callable<?> delegate;
  private final LoopscopeOrigin origin;

  LoopscopeCallable(Callable<?> delegate, LoopscopeOrigin origin) {
    this.delegate = delegate;
    this.origin = origin;
  }

  @Override
  public @Nullable Object call() throws Exception {
    origin.describeRun(delegate);
    return delegate.call();
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
