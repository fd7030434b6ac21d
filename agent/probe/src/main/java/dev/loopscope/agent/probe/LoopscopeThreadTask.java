package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual thread was started to do, found through fields of the JDK: {@code
 * VirtualThread.cont}, {@code Continuation.target} and what that one captured; or, behind an
 * executor with a thread for each task, what the executor was given. A JDK that differs makes all
 * types {@code java.lang.VirtualThread}.
 */
final class LoopscopeThreadTask {
  private static final String THREAD = "java.lang.VirtualThread";
  private static final String CONTINUATION = "jdk.internal.vm.Continuation";
  private static final @Nullable VarHandle CONT;
  private static final @Nullable VarHandle TARGET;
  private static final @Nullable VarHandle TASK;
  private static final @Nullable Class<?> RUNNER;
  private static final @Nullable VarHandle RUNS;

  static {
    VarHandle cont = null;
    VarHandle target = null;
    VarHandle task = null;
    Class<?> runner = null;
    VarHandle runs = null;
    try {
      Class<?> thread = Class.forName(THREAD);
      Class<?> continuation = Class.forName(CONTINUATION);
      Class<?> wrapped = Class.forName("java.lang.VirtualThread$VThreadContinuation$1");
      cont = field(thread, "cont", continuation);
      target = field(continuation, "target", Runnable.class);
      task = field(wrapped, "val$task", Runnable.class);
      runner = Class.forName("java.util.concurrent.ThreadPerTaskExecutor$TaskRunner");
      runs = field(runner, "task", Runnable.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      runner = null; // types then say only what was found so far
    }
    CONT = cont;
    TARGET = target;
    TASK = task;
    RUNNER = runner;
    RUNS = runs;
  }

  private LoopscopeThreadTask() {}

  private static VarHandle field(Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
        .findVarHandle(owner, name, type);
  }

  static Class<?> classOf(Object virtualThread) {
    if (CONT == null || TARGET == null || TASK == null) {
      return virtualThread.getClass();
    }
    Object wrapped = (Object) TARGET.get((Object) CONT.get(virtualThread));
    Object task = wrapped == null ? null : (Object) TASK.get(wrapped);
    if (task != null && RUNS != null && task.getClass() == RUNNER) {
      task = (Object) RUNS.get(task);
    }
    return task == null ? virtualThread.getClass() : LoopscopePools.commandClass(task);
  }
}
