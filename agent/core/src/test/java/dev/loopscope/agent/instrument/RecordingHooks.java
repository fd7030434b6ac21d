package dev.loopscope.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hooks that write down how they were called. */
public final class RecordingHooks {
  static final List<String> CALLS = new ArrayList<>();

  private RecordingHooks() {}

  public static Runnable replace(Runnable task, @Nullable Object owner) {
    CALLS.add("replace " + owner);
    return () -> {
      CALLS.add("replaced");
      task.run();
    };
  }

  public static void returned(int value) {
    CALLS.add("returned " + value);
  }

  public static void returnedLong(long value, long field) {
    CALLS.add("returned " + value + " with " + field);
  }

  public static void thrown(Throwable thrown, boolean task) {
    CALLS.add("thrown " + thrown.getMessage() + " " + task);
  }

  public static void before(Object receiver) {
    CALLS.add("before " + receiver.getClass().getSimpleName());
  }

  public static void after() {
    CALLS.add("after");
  }

  public static void entered() {
    CALLS.add("entered");
  }

  public static void broken() {
    CALLS.add("broken");
    throw new IllegalStateException("hook is broken");
  }
}
