package dev.loopscope.agent.probe;

/**
 * A copy of a loop's run in progress, filled by {@link LoopscopeLoop#readCurrent}. One instance
 * belongs to one reading thread and is used again and again.
 */
public final class LoopscopeCurrent {
  /**
   * Id of the run in progress, 0 when the loop runs nothing; the other fields then mean nothing.
   */
  public long runId;

  /** A kind of {@link LoopscopeRecord}. */
  public int kind;

  /** An id of {@link LoopscopeTypes}, 0 unknown. */
  public int type;

  public long parentId;
  public long submittedNanos;
  public long dueNanos;
  public long startNanos;
  public long submitterThreadId;
}
