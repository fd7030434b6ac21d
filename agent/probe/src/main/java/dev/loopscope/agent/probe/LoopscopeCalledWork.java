package dev.loopscope.agent.probe;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Like {@link LoopscopeWork}, for work with a result: what it throws is caught by its framework.
 */
final class LoopscopeCalledWork implements Callable<@Nullable Object> {
  private static final int SURE = Integer.MAX_VALUE;

  private final Callable<?> delegate;
  private final LoopscopeOrigin origin;

  LoopscopeCalledWork(Callable<?> delegate, LoopscopeOrigin origin) {
    this.delegate = delegate;
    this.origin = origin;
  }

  @Override
  public @Nullable Object call() throws Exception {
    origin.describeWork(delegate, SURE);
    try {
      return delegate.call();
    } catch (Throwable e) {
      LoopscopeLayers.failed();
      throw e;
    }
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
