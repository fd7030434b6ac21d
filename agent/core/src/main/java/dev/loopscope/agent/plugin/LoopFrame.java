package dev.loopscope.agent.plugin;

/**
 * A method that only a loop's thread is in, for as long as it lives.
 *
 * @param className binary class name; shaded copies end so too
 * @param kind what kind of loop it is
 * @param rank how exact that is, against what hooks say of the same loop; see {@link KindRank}
 */
public record LoopFrame(String className, String method, String kind, int rank) {

  /** What shading puts before the framework's names in a class that matches, often nothing. */
  public String prefix(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.substring(0, name.length() - className.length());
  }

  /** The plug-in it is of, by which a kind of loop begins: {@code netty} of {@code netty-nio}. */
  public static String pluginOf(String kind) {
    int dash = kind.indexOf('-');
    return dash < 0 ? kind : kind.substring(0, dash);
  }

  /** Whether a stack frame is in this method. */
  public boolean matches(StackTraceElement frame) {
    String name = frame.getClassName();
    return frame.getMethodName().equals(method)
        && (name.equals(className) || name.endsWith('.' + className));
  }
}
