package dev.loopscope.agent.probe;

/** A loop of the probe on which a test runs tasks. */
public final class ProbeLoop {

  public final LoopscopeLoop loop;

  /** A loop of {@code thread}; the ring comes from the memory given to {@link LoopscopeLoops}. */
  public ProbeLoop(int index, Thread thread) {
    loop = new LoopscopeLoop(index, thread, LoopscopeLoops.threadId(thread));
  }

  /** Begins a task. */
  public void begin(Class<?> type, long parent, long submitted, long start) {
    int kind = LoopscopeRecord.KIND_TASK;
    loop.begin(kind, LoopscopeTypes.id(type), parent, submitted, 0, start, 1, null);
  }

  /** Ends the task that was begun. */
  public void end(long end) {
    loop.end(end);
  }

  /** It waits in a selector since then. */
  public void waitSince(long nanos) {
    loop.setPollSince(nanos);
  }

  /** Runs a task. */
  public void run(Class<?> type, long start, long end) {
    begin(type, 0, start, start);
    end(end);
  }
}
