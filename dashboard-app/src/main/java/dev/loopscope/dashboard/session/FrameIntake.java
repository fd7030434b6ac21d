package dev.loopscope.dashboard.session;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.alert.AlertRules;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.protocol.Frame;
import java.util.function.Consumer;

/**
 * The one place where a frame enters a session, live or replayed: the store takes it first, then
 * the rules, which look at the store. For the session's reader thread alone.
 */
public final class FrameIntake implements Consumer<Frame> {

  private final Trace trace;
  private final Consumer<? super Frame> store;
  private final AlertRules rules;

  /**
   * @param trace answers from what {@code store} took
   * @param store takes every frame
   */
  public FrameIntake(Trace trace, Consumer<? super Frame> store) {
    this.trace = trace;
    this.store = store;
    rules = new AlertRules(trace);
  }

  /** An intake into an empty store. */
  public static FrameIntake intoNewStore() {
    TraceStore store = new TraceStore();
    return new FrameIntake(store, store::accept);
  }

  @Override
  public void accept(Frame frame) {
    store.accept(frame);
    rules.accept(frame);
  }

  public Trace trace() {
    return trace;
  }

  public AlertLog alerts() {
    return rules.log();
  }
}
