package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows which code is the user's own, so that of several candidates the right one is blamed.
 *
 * <p>What the user has set holds, also against the lists in {@link Origins}. Otherwise it is
 * learnt, in this order:
 *
 * <ol>
 *   <li>The package of the main class, cut to what a company's code has in common ({@link
 *       PackagePrefix}), once code of it was seen on a loop: a launcher's package never is.
 *   <li>Failing that, the packages that frameworks and executors hand control to: each sampled
 *       stack votes for the frame that such a one calls, each blocked task for its own class. A
 *       prefix with more than two thirds of at least {@link #FEWEST_VOTES} votes is the user's.
 * </ol>
 *
 * <p>As long as nothing is known, all code that is neither the JDK's nor of a known framework or
 * library counts as the user's; so does always what is in no package. For the watcher's thread.
 */
final class OwnPackages {

  static final int FEWEST_VOTES = 4;

  /** Programs run tasks of few packages; a program that names classes without end is not learnt. */
  private static final int MAX_CANDIDATES = 256;

  private final String main;
  private final Map<String, Integer> votes = new HashMap<>();
  private int voteCount;
  private List<String> set = List.of();
  private String learnt = "";

  /**
   * @param mainClass name of the class the program began with, null when it is not known
   */
  OwnPackages(@Nullable String mainClass) {
    main = mainClass == null ? "" : PackagePrefix.of(mainClass);
  }

  /**
   * The user's word; empty: learn.
   *
   * @return whether the owners of some frames may have changed by it
   */
  boolean set(List<String> prefixes) {
    if (prefixes.equals(set)) {
      return false;
    }
    set = List.copyOf(prefixes);
    return true;
  }

  /**
   * Learns from a sampled stack and from what was running.
   *
   * @param taskClass class of the task, null when it is not known
   * @return whether the owners of some frames have changed by it
   */
  boolean saw(List<StackTraceElement> frames, @Nullable String taskClass) {
    if (!learnt.isEmpty() && learnt.equals(main)) {
      return false;
    }
    String before = learnt;
    if (isMain(taskClass) || frames.stream().anyMatch(frame -> isMain(frame.getClassName()))) {
      learnt = main;
    } else {
      vote(taskClass);
      vote(calledByFramework(frames));
    }
    return !learnt.equals(before);
  }

  private boolean isMain(@Nullable String className) {
    return !main.isEmpty() && className != null && className.startsWith(main);
  }

  private void vote(@Nullable String className) {
    String prefix = className == null ? "" : PackagePrefix.of(className);
    if (className == null
        || prefix.isEmpty()
        || Origins.of(className, null) != Origin.APPLICATION
        || (votes.size() == MAX_CANDIDATES && !votes.containsKey(prefix))) {
      return;
    }
    voteCount++;
    int count = votes.merge(prefix, 1, Integer::sum);
    if (voteCount >= FEWEST_VOTES && count * 3 > voteCount * 2) {
      learnt = prefix;
    }
  }

  /** The outermost class that may be the user's, if known code other than a thread calls it. */
  private static @Nullable String calledByFramework(List<StackTraceElement> frames) {
    for (int i = frames.size() - 2; i >= 0; i--) {
      StackTraceElement frame = frames.get(i);
      if (Origins.of(frame.getClassName(), frame.getModuleName()) == Origin.APPLICATION) {
        boolean threadItself = frames.get(i + 1).getClassName().equals("java.lang.Thread");
        return threadItself ? null : frame.getClassName();
      }
    }
    return null;
  }

  Origin of(StackTraceElement frame) {
    return of(frame.getClassName(), frame.getModuleName());
  }

  Origin of(String className, @Nullable String module) {
    Origin byName = Origins.of(className, module);
    if (byName == Origin.JDK) {
      return byName;
    }
    for (String prefix : set) {
      if (className.startsWith(prefix)) {
        return Origin.APPLICATION;
      }
    }
    boolean own = !learnt.isEmpty() && className.startsWith(learnt);
    if (set.isEmpty() && own && byName != Origin.FRAMEWORK) {
      return Origin.APPLICATION;
    }
    boolean known = !set.isEmpty() || !learnt.isEmpty();
    boolean foreign = byName == Origin.APPLICATION && known && className.indexOf('.') >= 0;
    return foreign ? Origin.LIBRARY : byName;
  }
}
