package dev.loopscope.agent.drain;

/** How the drain thread leaves the target. */
interface Leaving {

  /** Has the target's classes restored, unless it exits anyway, and ends the watcher. */
  void leave(boolean targetExits);

  /** The last act of the drain thread: the outlet is closed. */
  void left(Ending.Cause cause);
}
