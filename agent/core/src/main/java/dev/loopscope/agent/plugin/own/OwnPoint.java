package dev.loopscope.agent.plugin.own;

/**
 * One method of a loop, as declared.
 *
 * @param className binary name, with dots
 * @param descriptor of the method, as in class files
 * @param task which parameter is the task, counted from 0; {@link #NO_TASK} when none is
 * @param wraps whether the task may travel inside a wrapper
 * @param line where it stands in the file
 */
public record OwnPoint(
    Role role,
    String className,
    String method,
    String descriptor,
    int task,
    boolean wraps,
    int line) {

  public static final int NO_TASK = -1;

  /** What a method does for its loop. */
  public enum Role {
    RUN,
    SUBMIT,
    WAIT
  }

  /** Whether it tells by its answer if it took the task. */
  boolean answersWhetherTaken() {
    return descriptor.endsWith(")Z");
  }
}
