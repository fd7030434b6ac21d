package dev.loopscope.agent.it;

import java.util.ArrayList;
import java.util.List;

/** Reads the probe's totals from inside the watched program, in the words of {@link OwnCounts}. */
final class ProbeCounts {
  private static final int SUBMITTED = 0;
  private static final int SCHEDULED = 1;
  private static final int REJECTED = 2;
  private static final int DONE = 3;
  private static final int FAILED = 4;
  private static final int CANCELLED = 5;

  private final List<Object> counts = new ArrayList<>();

  private ProbeCounts() throws ReflectiveOperationException {
    Class<?> loops = probe("LoopscopeLoops");
    counts.add(loops.getMethod("unbound").invoke(null));
    for (Object loop : (List<?>) loops.getMethod("all").invoke(null)) {
      counts.add(probe("LoopscopeLoop").getMethod("counts").invoke(loop));
    }
  }

  private static Class<?> probe(String name) throws ClassNotFoundException {
    return Class.forName("java.lang." + name, true, null);
  }

  static String read() throws ReflectiveOperationException {
    ProbeCounts probe = new ProbeCounts();
    return "submitted=%d done=%d failed=%d cancelled=%d"
        .formatted(
            probe.sum(SUBMITTED) + probe.sum(SCHEDULED) - probe.sum(REJECTED),
            probe.sum(DONE),
            probe.sum(FAILED),
            probe.sum(CANCELLED));
  }

  /** How many tasks were refused, in the words of {@link ProgramCommands}. */
  static String refused() throws ReflectiveOperationException {
    return "refused=" + new ProbeCounts().sum(REJECTED);
  }

  /**
   * How many woven points were reached since {@link #forgetReached}. Woven code tells that before
   * it asks whether anybody watches, so it also tells of what detach has left woven.
   */
  static String reached() throws ReflectiveOperationException {
    Class<?> points = probe("LoopscopePoints");
    int most = points.getField("MAX").getInt(null);
    int reached = 0;
    for (int i = 0; i < most; i++) {
      reached += (boolean) points.getMethod("hasFired", int.class).invoke(null, i) ? 1 : 0;
    }
    return "reached=" + reached;
  }

  /** After detach: forgets what was reached in the session, as the begin of the next one would. */
  static String forgetReached() throws ReflectiveOperationException {
    Class<?> points = probe("LoopscopePoints");
    points.getMethod("turnOn").invoke(null);
    points.getMethod("turnOff").invoke(null);
    return "forgotten";
  }

  private long sum(int what) throws ReflectiveOperationException {
    long sum = 0;
    for (Object one : counts) {
      sum += (long) one.getClass().getMethod("get", int.class).invoke(one, what);
    }
    return sum;
  }

  /**
   * Loops as {@code kind:thread name}, names of task types, and failures of hooks, both for a
   * test's message.
   */
  static String describe() throws ReflectiveOperationException {
    StringBuilder text = new StringBuilder();
    Class<?> type = probe("LoopscopeLoop");
    for (Object loop : (List<?>) probe("LoopscopeLoops").getMethod("all").invoke(null)) {
      Thread thread = (Thread) type.getMethod("thread").invoke(loop);
      text.append(type.getMethod("kind").invoke(loop)).append(':').append(thread.getName());
      text.append(' ');
    }
    Class<?> types = probe("LoopscopeTypes");
    for (int id = 1; id < (int) types.getMethod("limit").invoke(null); id++) {
      text.append(types.getMethod("name", int.class).invoke(null, id)).append(' ');
    }
    Class<?> errors = probe("LoopscopeErrors");
    return text.append("errors=").append(errors.getMethod("count").invoke(null)).toString();
  }
}
