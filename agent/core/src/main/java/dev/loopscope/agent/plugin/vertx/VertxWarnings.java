package dev.loopscope.agent.plugin.vertx;

import dev.loopscope.agent.plugin.Source;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopeWarnings;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.Warning;
import java.io.IOException;

/** Tells the warnings of Vert.x's blocked-thread checker, in Vert.x's own words. */
final class VertxWarnings implements Source {
  private static final String CHECKER = "Vert.x BlockedThreadChecker";
  private static final long MILLI = 1_000_000;

  @Override
  public void start() {
    LoopscopeWarnings.clear(); // an earlier session may have left some
  }

  @Override
  public void tell(long nowNanos, FrameSink sink) throws IOException {
    for (LoopscopeWarnings.Blocked found = LoopscopeWarnings.poll();
        found != null;
        found = LoopscopeWarnings.poll()) {
      LoopscopeLoop loop = LoopscopeLoops.find(found.thread());
      sink.send(
          new Warning(loop == null ? 0 : loop.index(), found.atNanos(), CHECKER, words(found)));
    }
  }

  static String words(LoopscopeWarnings.Blocked found) {
    return "Thread "
        + found.thread().getName()
        + " has been blocked for "
        + found.forNanos() / MILLI
        + " ms, time limit is "
        + found.limitNanos() / MILLI
        + " ms";
  }

  @Override
  public void close() {
    LoopscopeWarnings.clear();
  }
}
