package dev.loopscope.agent.plugin;

import java.util.List;

/**
 * Whose loop it is, when its hooks cannot tell: known by the classes on its thread's stack while it
 * waits. Nothing of the application is called for that.
 *
 * @param ofKind kind of loops that it may be, as hooks see them
 * @param classes beginnings of class names; shaded copies contain them after a dot
 * @param pools beginnings of names of classes below them on the stack that also run other work: a
 *     thread that is only in those has left its loop
 * @param kind what kind of loop it is, more exactly
 * @param framework for people, without version
 */
public record LoopOwner(
    String ofKind, List<String> classes, List<String> pools, String kind, String framework) {

  public LoopOwner {
    classes = List.copyOf(classes);
    pools = List.copyOf(pools);
  }

  /** Whether a class is the owner's. */
  public boolean owns(String className) {
    return begins(className, classes) && !isPool(className);
  }

  /** Whether a class belongs to a pool that the owner's loops run in. */
  public boolean isPool(String className) {
    return begins(className, pools);
  }

  private static boolean begins(String className, List<String> beginnings) {
    for (String beginning : beginnings) {
      if (className.startsWith(beginning) || className.contains('.' + beginning)) {
        return true;
      }
    }
    return false;
  }
}
