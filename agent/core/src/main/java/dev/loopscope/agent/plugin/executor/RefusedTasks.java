package dev.loopscope.agent.plugin.executor;

import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopePoolWorkers;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.Warning;
import java.io.IOException;

/** Tells how many tasks pools refused, at most once a second. */
final class RefusedTasks implements Source {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private long told;
  private long nextNanos;
  private boolean first = true;

  @Override
  public void start() {
    told = LoopscopePoolWorkers.refused();
  }

  @Override
  public void tell(long nowNanos, FrameSink sink) throws IOException {
    long refused = LoopscopePoolWorkers.refused();
    if (refused == told || (!first && nowNanos - nextNanos < 0)) {
      return;
    }
    LoopscopeLoop worker = LoopscopePoolWorkers.refusing();
    String text = refused - told + " tasks refused by thread pools, " + refused + " since attach";
    sink.send(
        new Warning(
            worker == null ? 0 : worker.index(), nowNanos, "RejectedExecutionHandler", text));
    told = refused;
    first = false;
    nextNanos = nowNanos + EVERY_NANOS;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
