package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.store.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * How a picture of a session looks.
 *
 * @param width pixels
 * @param height pixels
 * @param span what the timeline shows, null for all of it
 * @param lanes what a lane is
 * @param dark whether to use the dark theme
 */
public record PictureOptions(
    int width, int height, @Nullable TimeSpan span, Lanes lanes, boolean dark) {

  /** What a lane of the timeline stands for. */
  public enum Lanes {
    LOOP,
    FLOW
  }
}
