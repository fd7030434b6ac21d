package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * The runs that a loop's thread has laid aside to pump further events from inside them, as a modal
 * dialog does: while they wait they do not block the loop. Loop thread only.
 *
 * <pre>
 *   run A, its first part      a run, with A's submission and outcome so far
 *     waits for events         no run: the loop waits
 *     run B                    a run of its own
 *   run A, what is left        an internal run of A's type with A as parent
 * </pre>
 */
final class LoopscopeNest {
  /** Deeper nesting is not told apart: what runs there is part of the run around it. */
  private static final int MAX = 32;

  /** A rest shorter than this is the way from one inner event to the wait for the next. */
  private static final long SHORT_NANOS = 1_000_000;

  private final long[] runIds = new long[MAX];
  private final int[] types = new int[MAX];
  private final int[] nested = new int[MAX];
  private int depth;

  /** Whether the run in progress is the rest of the one laid aside last. */
  private boolean inRest;

  /** The run in progress begins to wait for events. */
  void layAside(LoopscopeLoop loop, long now) {
    if (inRest) {
      inRest = false;
      nested[depth - 1] = loop.nestedRuns;
      if (now - loop.ownStartNanos() < SHORT_NANOS) {
        loop.discard();
      } else {
        loop.end(now);
      }
      loop.nestedRuns = 0;
    } else if (depth < MAX) {
      runIds[depth] = loop.ownRunId();
      types[depth] = loop.ownType();
      nested[depth] = loop.nestedRuns;
      depth++;
      loop.end(now);
      loop.nestedRuns = 0;
    }
  }

  /** What the run laid aside last waited for may be over: it goes on. */
  void goOn(LoopscopeLoop loop, long now) {
    if (depth > 0 && !loop.isRunning()) {
      int top = depth - 1;
      int kind = LoopscopeRecord.KIND_INTERNAL;
      loop.begin(kind, types[top], runIds[top], 0, 0, now, 0, null);
      loop.nestedRuns = nested[top];
      inRest = true;
    }
  }

  /** Ends the rest in progress; answers whether there was one. */
  boolean endRest(LoopscopeLoop loop, @Nullable Throwable thrown, long now) {
    if (!inRest) {
      return false;
    }
    inRest = false;
    depth--;
    if (thrown != null) {
      loop.setOutcome(LoopscopeRecord.OUTCOME_FAILED);
      // its first part was counted as done
      loop.counts().addOwn(LoopscopeCounts.DONE, -1);
      loop.counts().addOwn(LoopscopeCounts.FAILED);
    }
    loop.end(now);
    return true;
  }
}
