package dev.loopscope.protocol;

import java.util.List;

/**
 * Introduces numbers for names. A later definition of the same number replaces the earlier one (a
 * loop whose thread was renamed, for example). Numbers are small, start at 1 and are never reused
 * for something else; 0 stands for "unknown".
 */
public record Definitions(List<Loop> loops, List<TaskType> types, List<Stack> stacks)
    implements Frame {

  public Definitions {
    loops = List.copyOf(loops);
    types = List.copyOf(types);
    stacks = List.copyOf(stacks);
  }

  /**
   * A thread that takes work from a queue or a selector and runs it.
   *
   * @param id number of the loop
   * @param name the thread's name
   * @param group loops that belong together, usually the name without its trailing number
   * @param kind framework and transport, for example {@code "netty-nio"}
   * @param threadId {@code Thread.getId()}
   * @param detail what the plug-in knows besides, for example {@code "Netty 4.1.135"}; may be empty
   */
  public record Loop(
      int id, String name, String group, String kind, long threadId, String detail) {}

  /**
   * What was run: usually the class of the task.
   *
   * @param id number of the type
   * @param className binary name of the class, as {@code Class.getName()} gives it
   */
  public record TaskType(int id, String className) {}

  /**
   * A call stack, innermost frame first.
   *
   * @param id number of the stack
   * @param frames at most {@link Limits#MAX_STACK_FRAMES}
   */
  public record Stack(int id, List<StackFrame> frames) {
    public Stack {
      frames = List.copyOf(frames);
    }
  }

  /**
   * One frame of a stack.
   *
   * @param line source line, or a negative number where there is none ({@code -2}: native)
   * @param file source file, empty where unknown
   * @param origin who owns the class
   */
  public record StackFrame(String className, String method, String file, int line, Origin origin) {}

  /** Who owns the code of a frame. */
  public enum Origin {
    /** The user's own, as far as known. */
    APPLICATION,
    FRAMEWORK,
    JDK,
    /** Somebody else's code that the application uses and that is no framework of loops. */
    LIBRARY
  }
}
