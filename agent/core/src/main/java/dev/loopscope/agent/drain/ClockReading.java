package dev.loopscope.agent.drain;

import dev.loopscope.protocol.Clock;
import java.time.Instant;

/** Ties the two clocks: reads them close together several times and keeps the closest. */
final class ClockReading {

  private static final int TRIES = 20;

  private ClockReading() {}

  static Clock now() {
    long narrowest = Long.MAX_VALUE;
    Clock best = new Clock(0, 0);
    for (int i = 0; i < TRIES; i++) {
      long before = System.nanoTime();
      Instant wall = Instant.now();
      long after = System.nanoTime();
      if (after - before < narrowest) {
        narrowest = after - before;
        best =
            new Clock(
                before + narrowest / 2, wall.getEpochSecond() * 1_000_000_000L + wall.getNano());
      }
    }
    return best;
  }
}
