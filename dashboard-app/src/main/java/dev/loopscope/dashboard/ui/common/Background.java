package dev.loopscope.dashboard.ui.common;

import java.util.concurrent.Executor;

/**
 * The threads of the window: where long work goes, and the way back.
 *
 * @param work runs what may block: disks, sockets, long computations; never the FX thread
 * @param fx runs what touches the window: in the application the FX thread
 */
public record Background(Executor work, Executor fx) {

  /** A place for computations of which only the newest answer counts. */
  public <T> Latest<T> latest() {
    return new Latest<>(work, fx);
  }
}
