package dev.loopscope.agent.start;

import dev.loopscope.agent.plugin.own.OwnLoop;
import dev.loopscope.agent.plugin.own.OwnPoint;
import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import dev.loopscope.agent.probe.LoopscopeThreadReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Refuses classes with a method that some thread never leaves: were such a class woven, the JVM
 * would not compile that method again as long as it runs, even after detach.
 *
 * <p>Nobody can see that a method never returns. What is seen: on the stack of each thread, the
 * outermost frame of a declared class. What it calls ends when it ends. It is taken for endless if
 * it is there in every one of several looks, and is no declared method, or one that has a declared
 * run or wait inside it. (A stack tells methods by name alone.)
 */
final class ActiveMethods {
  private static final int LOOKS = 5;
  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** A frame, counted from the outermost, so that what it calls does not matter. */
  private record Seen(int identity, String thread, int depth, String className, String method) {}

  private final Map<String, Map<String, Role>> declared = new HashMap<>();

  private ActiveMethods(List<OwnLoop> loops) {
    for (OwnLoop loop : loops) {
      for (OwnPoint point : loop.points()) {
        declared
            .computeIfAbsent(point.className(), name -> new HashMap<>())
            .put(point.method(), point.role());
      }
    }
  }

  /**
   * Looks at all threads' stacks, for a tenth of a second if need be.
   *
   * @throws AgentException with a sentence for the user
   */
  static void refuse(List<OwnLoop> loops) {
    if (!loops.isEmpty()) {
      new ActiveMethods(loops).look();
    }
  }

  private void look() {
    Set<Seen> always = new HashSet<>();
    Set<Seen> endless = new HashSet<>();
    for (int look = 0; look < LOOKS; look++) {
      Set<Seen> now = new HashSet<>();
      Thread[] threads = LoopscopeThreadReading.all();
      StackTraceElement[][] stacks = LoopscopeThreadReading.stacks(threads);
      for (int i = 0; i < threads.length; i++) {
        outermost(threads[i], stacks[i], now, endless);
      }
      if (look == 0) {
        always.addAll(now);
      } else {
        always.retainAll(now);
      }
      if (always.isEmpty()) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    endless.retainAll(always);
    if (!endless.isEmpty()) {
      throw refusal(new ArrayList<>(endless).get(0));
    }
  }

  private void outermost(
      Thread thread, StackTraceElement[] stack, Set<Seen> now, Set<Seen> endless) {
    for (int i = stack.length - 1; i >= 0; i--) {
      String className = stack[i].getClassName();
      Map<String, Role> methods = declared.get(className);
      if (methods != null) {
        String method = stack[i].getMethodName();
        Seen seen =
            new Seen(
                System.identityHashCode(thread),
                thread.getName(),
                stack.length - i,
                className,
                method);
        now.add(seen);
        if (!methods.containsKey(method) || callsWaitOrRun(stack, i)) {
          endless.add(seen);
        }
        return;
      }
    }
  }

  private boolean callsWaitOrRun(StackTraceElement[] stack, int outer) {
    for (int i = outer - 1; i >= 0; i--) {
      Role role =
          declared.getOrDefault(stack[i].getClassName(), Map.of()).get(stack[i].getMethodName());
      if (role == Role.RUN || role == Role.WAIT) {
        return true;
      }
    }
    return false;
  }

  private static AgentException refusal(Seen seen) {
    return new AgentException(
        "The points file names a class that must not be changed now: thread "
            + seen.thread()
            + " is in "
            + seen.className()
            + '.'
            + seen.method()
            + " all the time, and the JVM would never compile that method again. Declare a method of"
            + " another class that it calls, move the endless loop to a class of its own, or, if it"
            + " is only busy for long just now, try again.");
  }
}
