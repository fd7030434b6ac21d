package dev.loopscope.agent.bench.program.work;

import kotlin.Unit;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;

/** A coroutine for each piece, on Kotlin's default dispatcher. */
final class CoroutinesWork implements Work {
  @Override
  public void start(Flow flow) {
    // read when the dispatcher's class begins
    System.setProperty("kotlinx.coroutines.scheduler.core.pool.size", "1");
    System.setProperty("kotlinx.coroutines.scheduler.max.pool.size", "1");
    flow.add(CoroutinesWork::launch);
  }

  private static void launch(Runnable piece) {
    BuildersKt.launch(
        GlobalScope.INSTANCE,
        Dispatchers.getDefault(),
        CoroutineStart.DEFAULT,
        (scope, completion) -> {
          piece.run();
          return Unit.INSTANCE;
        });
  }
}
