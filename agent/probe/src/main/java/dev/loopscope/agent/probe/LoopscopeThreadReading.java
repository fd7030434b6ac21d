package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Asks about threads without running their own code: an application's class of threads may override
 * {@code getState}, {@code getStackTrace}, {@code getId}, {@code hashCode}. What {@link Thread}
 * itself would answer is called past them, and threads are never put into a map. For the agent's
 * threads; no hook comes here.
 */
public final class LoopscopeThreadReading {
  private static final StackTraceElement[] NO_STACK = {};

  private static final @Nullable MethodHandle STATE = own("getState", Thread.State.class);
  private static final @Nullable MethodHandle STACK = own("getStackTrace", NO_STACK.getClass());
  private static final @Nullable MethodHandle ALL =
      hidden("getThreads", MethodType.methodType(Thread[].class));
  private static final @Nullable MethodHandle STACKS =
      hidden("dumpThreads", MethodType.methodType(StackTraceElement[][].class, Thread[].class));

  private LoopscopeThreadReading() {}

  /** A method of Thread, whatever a subclass made of it; null when not inside java.lang. */
  private static @Nullable MethodHandle own(String name, Class<?> returns) {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findSpecial(Thread.class, name, MethodType.methodType(returns), Thread.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // a test of these classes under their own names
    }
  }

  /** A private method of Thread, null when this JDK has none such. */
  private static @Nullable MethodHandle hidden(String name, MethodType type) {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findStatic(Thread.class, name, type);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** Its state; runnable when nobody can tell. */
  public static Thread.State state(Thread thread) {
    try {
      return STATE == null ? thread.getState() : (Thread.State) STATE.invokeExact(thread);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return Thread.State.RUNNABLE;
    }
  }

  /** Its stack, innermost frame first; empty when it has none or nobody can tell. */
  public static StackTraceElement[] stack(Thread thread) {
    try {
      return STACK == null
          ? thread.getStackTrace()
          : (StackTraceElement[]) STACK.invokeExact(thread);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return NO_STACK;
    }
  }

  /** All platform threads that live now. */
  public static Thread[] all() {
    try {
      return ALL == null ? enumerated() : (Thread[]) ALL.invokeExact();
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return new Thread[0];
    }
  }

  /**
   * Their stacks, all of the same moment: one stop of the JVM.
   *
   * @return in the order of {@code threads}; empty for those that have ended
   */
  public static StackTraceElement[][] stacks(Thread[] threads) {
    try {
      StackTraceElement[][] stacks =
          STACKS == null ? null : (StackTraceElement[][]) STACKS.invokeExact(threads);
      return stacks == null ? oneByOne(threads) : filled(stacks);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return filled(new StackTraceElement[threads.length][]);
    }
  }

  private static StackTraceElement[][] oneByOne(Thread[] threads) {
    StackTraceElement[][] stacks = new StackTraceElement[threads.length][];
    for (int i = 0; i < threads.length; i++) {
      stacks[i] = stack(threads[i]);
    }
    return stacks;
  }

  private static StackTraceElement[][] filled(@Nullable StackTraceElement[][] stacks) {
    StackTraceElement[][] filled = new StackTraceElement[stacks.length][];
    for (int i = 0; i < stacks.length; i++) {
      StackTraceElement[] stack = stacks[i];
      filled[i] = stack == null ? NO_STACK : stack;
    }
    return filled;
  }

  /** Asks the groups of threads, which only know their threads and compare none. */
  private static Thread[] enumerated() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup next = root; next != null; next = next.getParent()) {
      root = next;
    }
    Thread[] found = new Thread[Math.max(16, root.activeCount() * 2)];
    int count = root.enumerate(found);
    Thread[] all = new Thread[count];
    System.arraycopy(found, 0, all, 0, count);
    return all;
  }
}
