package dev.loopscope.agent.desugar;

import java.io.Serializable;
import java.util.function.Supplier;

/** Has a lambda that can be sent as bytes, which a plain class would not do alike. */
public final class SentLambda implements Supplier<Object> {
  @Override
  public Object get() {
    return (Runnable & Serializable) () -> {};
  }
}
