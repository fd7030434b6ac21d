package dev.loopscope.agent.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session of the probe for one test: hooks on, no loops yet. */
final class ProbeSession implements AutoCloseable {
  static final String KIND = "test-loop";
  static final int RANK = 2;

  ProbeSession() {
    LoopscopeLoops.reset(64L << 20);
    LoopscopePools.reset();
    LoopscopePoints.turnOn();
  }

  /** The calling thread's loop, which must exist. */
  static LoopscopeLoop loop() {
    LoopscopeLoop loop = LoopscopeLoops.find();
    if (loop == null) {
      throw new AssertionError("this thread is no loop");
    }
    return loop;
  }

  /** Everything that the calling thread's loop has recorded since the last call. */
  static List<Entry> records() {
    LoopscopeRing ring = loop().ring();
    long[] longs = new long[1024 * LoopscopeRecord.LONGS];
    int count = ring == null ? 0 : ring.drain(longs, 1024);
    List<Entry> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(Entry.at(longs, i * LoopscopeRecord.LONGS));
    }
    return records;
  }

  /** Runs a task as woven code would: through the enter and exit hooks. */
  static void run(@Nullable Runnable queued) {
    if (queued == null) {
      throw new AssertionError("nothing to run");
    }
    Runnable task = LoopscopeTasks.enter(queued, KIND, RANK, 0);
    RuntimeException thrown = null;
    try {
      task.run();
    } catch (RuntimeException e) {
      thrown = e;
    }
    LoopscopeTasks.exit(thrown);
  }

  @Override
  public void close() {
    LoopscopePoints.turnOff();
    LoopscopeLoops.reset(0);
  }

  /** One record, unpacked. */
  record Entry(
      int kind,
      int outcome,
      String type,
      long id,
      long parent,
      long submitted,
      long due,
      long start,
      long end,
      long submitter) {

    static Entry at(long[] longs, int i) {
      long header = longs[i];
      return new Entry(
          LoopscopeRecord.kind(header),
          LoopscopeRecord.outcome(header),
          String.valueOf(LoopscopeTypes.name(LoopscopeRecord.type(header))),
          longs[i + LoopscopeRecord.RUN_ID],
          longs[i + LoopscopeRecord.PARENT_ID],
          longs[i + LoopscopeRecord.SUBMITTED_NANOS],
          longs[i + LoopscopeRecord.DUE_NANOS],
          longs[i + LoopscopeRecord.START_NANOS],
          longs[i + LoopscopeRecord.END_NANOS],
          longs[i + LoopscopeRecord.SUBMITTER_THREAD_ID]);
    }
  }
}
