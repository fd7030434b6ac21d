package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for actors, whose mailboxes are the tasks of some pool. A run of the pool works off one or
 * more messages of one actor; here it gets the name of that actor, and where it came from.
 */
public final class LoopscopeActors {
  private static final int RECEIVED = 1;

  private LoopscopeActors() {}

  /** A mailbox was asked to be scheduled; {@code success} if it was not scheduled already. */
  public static void scheduled(boolean success, Object mailbox) {
    if (!success || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isRunning(mailbox)) {
        LoopscopeGivers.putAgain(mailbox); // what else is in it came from others
      } else {
        LoopscopeGivers.put(mailbox);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The calling worker hands a message to an actor. */
  public static void receives(@Nullable Object actor, String kind, int rank) {
    if (actor == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null) {
        return;
      }
      if (loop.isWorker() && loop.kindRank() < rank) {
        loop.raiseKind(kind, rank);
      }
      if (loop.isInTask() && loop.nestedRuns == 0) {
        loop.describe(actor.getClass(), RECEIVED);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
