package dev.loopscope.agent.drain;

import dev.loopscope.agent.plugin.LoopOwner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on a thread's stack around the place where its loop waits. A thread of a pool may do
 * other work later; it is at home while a method that is neither the JDK's nor a pool's is there
 * again.
 *
 * @param owner whose loop it is, null when unknown
 * @param methods {@code Class.method} of the frames that call the wait
 * @param waitedIn the innermost of them, empty when there is none
 */
record LoopHome(@Nullable LoopOwner owner, Set<String> methods, String waitedIn) {
  private static final String WAIT = "sun.nio.ch.SelectorImpl";
  private static final List<String> EVERYWHERE = List.of("java.", "jdk.", "sun.");

  LoopHome {
    methods = Set.copyOf(methods);
  }

  /** Reads a stack, innermost frame first; null when the thread is not waiting in a selector. */
  static @Nullable LoopHome of(StackTraceElement[] stack, String kind, List<LoopOwner> owners) {
    int wait = -1;
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().equals(WAIT)) {
        wait = i;
      }
    }
    if (wait < 0) {
      return null;
    }
    LoopOwner owner = nearest(stack, wait, kind, owners);
    Set<String> methods = new HashSet<>();
    String waitedIn = "";
    for (int i = wait + 1; i < stack.length; i++) {
      String className = stack[i].getClassName();
      if (!isEverywhere(className) && (owner == null || !owner.isPool(className))) {
        methods.add(name(stack[i]));
        waitedIn = waitedIn.isEmpty() ? name(stack[i]) : waitedIn;
      }
    }
    return new LoopHome(owner, methods, waitedIn);
  }

  private static @Nullable LoopOwner nearest(
      StackTraceElement[] stack, int wait, String kind, List<LoopOwner> owners) {
    for (int i = wait + 1; i < stack.length; i++) {
      for (LoopOwner owner : owners) {
        if (owner.ofKind().equals(kind) && owner.owns(stack[i].getClassName())) {
          return owner;
        }
      }
    }
    return null;
  }

  private static boolean isEverywhere(String className) {
    return EVERYWHERE.stream().anyMatch(className::startsWith);
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName() + '.' + frame.getMethodName();
  }

  /** Whether a thread with this stack does something else; unknown counts as no. */
  boolean isLeft(List<StackTraceElement> stack) {
    return !methods.isEmpty()
        && !stack.isEmpty()
        && stack.stream().noneMatch(frame -> methods.contains(name(frame)));
  }

  /** The class by which the owner was told, empty when there is none. */
  String ownersClass(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (owner != null && owner.owns(frame.getClassName())) {
        return frame.getClassName();
      }
    }
    return "";
  }
}
