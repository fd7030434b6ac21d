package dev.loopscope.agent.plugin;

/** How exact a loop's kind is: of all kinds a loop is seen as, the highest rank stays. */
public final class KindRank {
  /** A thread that waits in some selector. */
  public static final int SELECTOR = 1;

  /** A thread that runs a framework's tasks. */
  public static final int TASKS = 2;

  /** A thread that does both. */
  public static final int TASKS_AND_SELECTOR = 3;

  /** A thread in code that only one kind of loop has. */
  public static final int CERTAIN = 4;

  /** A thread of a framework that runs on the loops of another. */
  public static final int LAYER_ABOVE = 5;

  private KindRank() {}
}
