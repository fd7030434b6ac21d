package dev.loopscope.agent.it;

import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.YieldKt;
import org.jspecify.annotations.Nullable;

/** A coroutine as Kotlin's compiler makes them: code that is called again after each suspension. */
@SuppressWarnings("serial") // as all of Kotlin's are, though nobody writes them
abstract class TestCoroutine extends SuspendLambda
    implements Function2<CoroutineScope, Continuation<? super Unit>, Object> {
  private int steps;

  TestCoroutine(@Nullable Continuation<Object> completion) {
    super(2, completion);
  }

  /** The same code, to be started once. */
  abstract TestCoroutine copy(Continuation<Object> completion);

  /**
   * Runs on to the next suspension.
   *
   * @return what it waits for, by {@link #later} or {@link #afterOthers}; null when the coroutine
   *     is over
   */
  abstract @Nullable Object step(int number);

  /** Goes on after the others that are ready, always in a stretch of its own. */
  @SuppressWarnings("unchecked")
  final Object afterOthers() {
    Continuation<?> self = this;
    return YieldKt.yield((Continuation<? super Unit>) self);
  }

  /** Goes on after some milliseconds. */
  @SuppressWarnings("unchecked")
  final Object later(long millis) {
    Continuation<?> self = this;
    return DelayKt.delay(millis, (Continuation<? super Unit>) self);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Continuation<Unit> create(@Nullable Object value, Continuation<?> completion) {
    Continuation<?> copy = copy((Continuation<Object>) completion);
    return (Continuation<Unit>) copy;
  }

  @Override
  public Object invoke(CoroutineScope scope, Continuation<? super Unit> completion) {
    TestCoroutine started = (TestCoroutine) (Continuation<?>) create(scope, completion);
    return started.invokeSuspend(Unit.INSTANCE);
  }

  @Override
  protected Object invokeSuspend(Object result) {
    Object waits = step(steps++);
    // what it would wait for may be over already: then it goes on at once
    while (waits != null && waits != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
      waits = step(steps++);
    }
    return waits == null ? Unit.INSTANCE : waits;
  }
}
