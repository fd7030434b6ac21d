package dev.loopscope.agent.plugin;

import dev.loopscope.agent.probe.LoopscopeChannels;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopeTurns;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.LoopFacts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells once a second how many channels each loop serves, whoever watches the loop, and who of them
 * took most of its time, if a plugin watches that.
 */
final class ChannelFacts implements Source {
  private static final long EVERY_NANOS = 1_000_000_000L;

  private Map<LoopscopeLoop, Busiest> known = new HashMap<>();
  private long next;

  @Override
  public void start() {
    next = System.nanoTime();
  }

  @Override
  public void tell(long nowNanos, FrameSink sink) throws IOException {
    if (nowNanos - next < 0) {
      return;
    }
    next = nowNanos + EVERY_NANOS;
    Map<LoopscopeLoop, Busiest> now = new HashMap<>();
    for (LoopscopeLoop loop : LoopscopeLoops.all()) {
      if (loop.isProven()) {
        Busiest busiest = known.get(loop);
        now.put(loop, busiest == null ? from(loop, nowNanos) : busiest);
        if (busiest != null) { // so the loop itself has been told by now
          tell(loop, busiest, nowNanos, sink);
        }
      }
    }
    known = now;
  }

  /** What a loop did before it was known to be one is no part of the first second. */
  private static Busiest from(LoopscopeLoop loop, long nowNanos) {
    Busiest fresh = new Busiest(nowNanos);
    LoopscopeTurns before = loop.facts().turns();
    if (before != null) {
      fresh.read(loop.index(), nowNanos, -1, before);
    }
    return fresh;
  }

  private static void tell(LoopscopeLoop loop, Busiest busiest, long nowNanos, FrameSink sink)
      throws IOException {
    long channels = LoopscopeChannels.registered(loop);
    LoopscopeTurns turns = loop.facts().turns();
    if (turns != null) {
      sink.send(busiest.read(loop.index(), nowNanos, channels, turns));
    } else if (channels >= 0) {
      sink.send(new LoopFacts(loop.index(), nowNanos, channels, 0, 0, List.of()));
    }
  }

  @Override
  public void close() {
    known.clear();
  }
}
