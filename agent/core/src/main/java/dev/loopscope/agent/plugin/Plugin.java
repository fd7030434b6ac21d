package dev.loopscope.agent.plugin;

import dev.loopscope.agent.instrument.Point;
import java.util.List;

/** Declares how one framework's loops are watched: its points and its names. */
public interface Plugin {
  /** Short name, as in the agent's options and in the coverage report. */
  String name();

  /** What is watched, without version, for example {@code Netty}. */
  String framework();

  /** Where hooks are called; every point carries {@link #name}. */
  List<Point> points();

  /**
   * Parts of class names whose runs are the framework's own bookkeeping when they come through a
   * queue unannounced.
   */
  default List<String> internalTypes() {
    return List.of();
  }

  /** Methods in which a thread of a loop always is, so that idle loops are found at attach. */
  default List<LoopFrame> loopFrames() {
    return List.of();
  }
}
