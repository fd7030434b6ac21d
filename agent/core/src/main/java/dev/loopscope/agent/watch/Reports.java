package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Frame;
import java.util.List;

/** Where the watcher's findings go. */
public interface Reports {

  /**
   * Hands over frames that belong together, in order; they are sent before any bulk. Never blocks:
   * when too many are waiting, all of {@code frames} are dropped and counted.
   *
   * @return whether they were taken
   */
  boolean report(List<? extends Frame> frames);
}
