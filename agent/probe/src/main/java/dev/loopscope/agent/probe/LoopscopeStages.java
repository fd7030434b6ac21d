package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for the asynchronous stages of a {@code CompletableFuture}, on whatever executor. A stage
 * is given away when the stage before it has ended, inside that one's run, so that a chain reads as
 * one flow.
 */
public final class LoopscopeStages {
  private static final @Nullable VarHandle RESULT =
      field("java.util.concurrent.CompletableFuture", "result", Object.class);
  private static final @Nullable VarHandle DEPENDENT =
      field("java.util.concurrent.CompletableFuture$UniCompletion", "dep", CompletableFuture.class);

  private LoopscopeStages() {}

  private static @Nullable VarHandle field(String owner, String name, Class<?> type) {
    try {
      Class<?> declaring = Class.forName(owner, false, null);
      return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
          .findVarHandle(declaring, name, type);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoopscopeErrors.count(e); // not inside java.base, or a JDK that differs
      return null;
    }
  }

  /** The first stage of a chain is made, to be given to an executor at once. */
  public static void made(Object stage) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeGivers.put(stage);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A stage is made; if the one before it has already ended, it is given away at once. */
  public static void added(
      Object stage, @Nullable Object executor, @Nullable CompletableFuture<?> source) {
    if (!LoopscopePoints.on() || executor != null || source == null || RESULT == null) {
      return;
    }
    try {
      if ((Object) RESULT.get(source) != null) {
        LoopscopeGivers.put(stage);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A stage may be given to its executor now; what enters a fork-join pool is told there. */
  public static void claimed(Object stage, @Nullable Object executor) {
    if (!LoopscopePoints.on() || executor == null || executor.getClass() == ForkJoinPool.class) {
      return;
    }
    try {
      LoopscopeGivers.put(stage);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A dependent stage calls its function, if the stage before it has ended well. */
  public static void fires(Object stage, @Nullable Object function, int mode) {
    if (mode <= 0) {
      return; // on the way, inside the run of another
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && LoopscopeGivers.isRunning(loop, stage) && DEPENDENT != null) {
        describe(loop, (Object) DEPENDENT.get(stage), function);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A first stage calls its function. */
  public static void runs(Object stage, @Nullable Object dependent, @Nullable Object function) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && LoopscopeGivers.isRunning(loop, stage)) {
        describe(loop, dependent, function);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static void describe(
      LoopscopeLoop loop, @Nullable Object dependent, @Nullable Object function) {
    if (function != null) {
      loop.setRunType(LoopscopeTypes.id(function.getClass()));
    }
    if (dependent != null) {
      loop.setTask(dependent); // it is what will be told of a failure
    }
  }
}
