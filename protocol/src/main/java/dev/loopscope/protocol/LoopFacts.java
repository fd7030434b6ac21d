package dev.loopscope.protocol;

import java.util.List;

/**
 * What is known of a loop besides its runs; sent about once a second for loops of which there is
 * something to tell. The newest one holds.
 *
 * @param loop number of the loop
 * @param atNanos the moment
 * @param channels how many channels are registered with its selector, -1 unknown
 * @param overNanos the stretch of time up to {@code atNanos} over which {@code hottest} was
 *     gathered, 0 when it was not
 * @param samples how many turns of a channel or handler were looked at in that time
 * @param hottest who took most of the time, most first; at most {@link Limits#MAX_HOTTEST}
 */
public record LoopFacts(
    int loop, long atNanos, long channels, long overNanos, long samples, List<Hot> hottest)
    implements Frame {

  public LoopFacts {
    hottest = List.copyOf(hottest);
  }

  /**
   * A channel or handler and the time it took.
   *
   * @param name for people: the handler's class, or the channel
   * @param turns how many of the samples were its own
   * @param busyNanos how long its turns took together
   */
  public record Hot(String name, long turns, long busyNanos) {}
}
