package dev.loopscope.agent.drain;

import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.Gap;
import java.io.IOException;

/** Tells of lost runs that no record in the ring will tell of. For the drain thread. */
final class Gaps {

  static final String RING_FULL = "the loop finished runs faster than the agent could take them";
  private static final String NO_RING = "the agent's memory for rings is used up";

  private final FrameSink sink;

  Gaps(FrameSink sink) {
    this.sink = sink;
  }

  /** Runs of a loop for which there was no memory: nothing else tells of them. */
  void tellWithoutRing(LoopTrack loop, long nowNanos) throws IOException {
    if (loop.probe.ring() == null) {
      tell(loop, nowNanos, NO_RING);
    }
  }

  /** The loop writes nothing any more: what was lost last is told here. */
  void tellRest(LoopTrack loop, long nowNanos) throws IOException {
    tell(loop, nowNanos, loop.probe.ring() == null ? NO_RING : RING_FULL);
  }

  private void tell(LoopTrack loop, long nowNanos, String reason) throws IOException {
    long lost = loop.probe.lost() - loop.toldLost;
    if (lost > 0) {
      sink.send(new Gap(loop.loop(), loop.lastEndNanos, nowNanos, lost, reason));
      loop.toldLost += lost;
      loop.lastEndNanos = nowNanos;
    }
  }
}
