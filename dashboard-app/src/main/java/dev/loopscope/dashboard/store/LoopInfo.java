package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A loop and its newest state.
 *
 * @param loop number, names, kind
 * @param state newest state, null before the first
 * @param recentBusy share of the last second that it was not waiting, 0 to 1
 * @param recentLagNanos the worst loop lag of the last second; a stall in progress counts
 * @param blocked whether a stall is open on it now
 */
public record LoopInfo(
    Loop loop, @Nullable LoopState state, double recentBusy, long recentLagNanos, boolean blocked) {

  /** How long a run may take on this loop. */
  public long limitNanos(Settings settings) {
    return settings.limitNanos(loop.kind(), loop.name(), loop.group());
  }

  public int id() {
    return loop.id();
  }
}
