package dev.loopscope.agent.probe;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What is known of a loop besides its runs. Written by the loop's thread, read by any. */
public final class LoopscopeFacts {
  private volatile @Nullable WeakReference<Object> keeper;
  private volatile String counts = "";
  private volatile @Nullable LoopscopeTurns turns;

  /** Whether another object than before keeps the loop's channels. */
  boolean keeperIsNew(Object candidate) {
    WeakReference<Object> present = keeper;
    return present == null || !present.refersTo(candidate);
  }

  void setKeeper(Object present, String paths) {
    counts = paths;
    keeper = new WeakReference<>(present);
  }

  @Nullable Object keeper() {
    WeakReference<Object> present = keeper;
    return present == null ? null : present.get();
  }

  String counts() {
    return counts;
  }

  /** Who had how many turns and for how long; null unless that is watched. */
  public @Nullable LoopscopeTurns turns() {
    return turns;
  }

  /** The turn in progress, if any, is over. Loop thread only. */
  void endTurn(long now) {
    LoopscopeTurns present = turns;
    if (present != null) {
      present.end(now);
    }
  }

  /** The same, made if need be. Loop thread only. */
  LoopscopeTurns ownTurns() {
    LoopscopeTurns present = turns;
    if (present == null) {
      present = new LoopscopeTurns();
      turns = present;
    }
    return present;
  }
}
