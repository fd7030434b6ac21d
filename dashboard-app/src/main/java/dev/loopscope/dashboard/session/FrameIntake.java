package dev.loopscope.dashboard.session;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.alert.AlertRules;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.TraceStore;
import dev.loopscope.protocol.Frame;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The one place where a frame enters a session, live or replayed: the store takes it first, then
 * the rules, which look at the store. For the session's reader thread alone.
 */
public final class FrameIntake implements Consumer<Frame> {

  private final Trace trace;
  private final Consumer<? super Frame> store;
  private final LongConsumer beginning;
  private final Runnable ending;
  private final AlertRules rules;

  /**
   * @param trace answers from what {@code store} took
   * @param store takes every frame
   * @param beginning is told from when on the frames tell of anything
   * @param ending is told that no more frames come
   * @param settings what is worth an alert
   */
  private FrameIntake(
      Trace trace,
      Consumer<? super Frame> store,
      LongConsumer beginning,
      Runnable ending,
      CurrentAlertSettings settings) {
    this.trace = trace;
    this.store = store;
    this.beginning = beginning;
    this.ending = ending;
    rules = new AlertRules(trace, settings);
  }

  /**
   * An intake into a store that takes its beginning from Hello alone, with the settings that hold
   * by default.
   *
   * @param trace answers from what {@code store} took
   * @param store takes every frame
   */
  public FrameIntake(Trace trace, Consumer<? super Frame> store) {
    this(trace, store, nanos -> {}, () -> {}, new CurrentAlertSettings());
  }

  /** An intake into an empty store, with the settings that hold by default. */
  public static FrameIntake intoNewStore() {
    return intoNewStore(new CurrentAlertSettings());
  }

  /** An intake into an empty store. */
  public static FrameIntake intoNewStore(CurrentAlertSettings settings) {
    TraceStore store = new TraceStore();
    return new FrameIntake(store, store::accept, store::beginAt, store::end, settings);
  }

  /** What comes is a part of a longer session, which begins at {@code nanos}; before all frames. */
  public void beginAt(long nanos) {
    beginning.accept(nanos);
  }

  @Override
  public void accept(Frame frame) {
    store.accept(frame);
    rules.accept(frame);
  }

  /** No more frames come, whether the agent said good-bye or not: what lasts stays open. */
  public void end() {
    ending.run();
    rules.end();
  }

  public Trace trace() {
    return trace;
  }

  public AlertLog alerts() {
    return rules.log();
  }
}
