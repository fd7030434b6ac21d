package dev.loopscope.agent.plugin;

/**
 * A method that only a loop's thread is in, for as long as it lives.
 *
 * @param className binary class name; shaded copies end so too
 * @param kind what kind of loop it is
 * @param rank how exact that is, against what hooks say of the same loop; see {@link KindRank}
 */
public record LoopFrame(String className, String method, String kind, int rank) {

  /** Whether a stack frame is in this method. */
  public boolean matches(StackTraceElement frame) {
    String name = frame.getClassName();
    return frame.getMethodName().equals(method)
        && (name.equals(className) || name.endsWith('.' + className));
  }
}
