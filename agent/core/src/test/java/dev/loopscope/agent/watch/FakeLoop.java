package dev.loopscope.agent.watch;

import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import org.jspecify.annotations.Nullable;

/** A loop whose current run the test sets. */
final class FakeLoop implements WatchedLoop {

  private long run;
  private long start;

  void runs(long id, long startNanos) {
    run = id;
    start = startNanos;
  }

  void idles() {
    run = 0;
  }

  static OpenRun openRun(long id, long startNanos) {
    return new OpenRun(id, 0, 3, RunKind.TASK, startNanos - 5, 0, startNanos, 9);
  }

  @Override
  public int loop() {
    return 4;
  }

  @Override
  public String kind() {
    return "netty-nio";
  }

  @Override
  public String name() {
    return "worker-1";
  }

  @Override
  public String group() {
    return "worker";
  }

  @Override
  public long threadId() {
    return 77;
  }

  @Override
  public Thread thread() {
    return Thread.currentThread();
  }

  @Override
  public long currentRun() {
    return run;
  }

  @Override
  public long currentStartNanos() {
    return start;
  }

  @Override
  public @Nullable OpenRun open(long id) {
    return id == run ? openRun(run, start) : null;
  }
}
