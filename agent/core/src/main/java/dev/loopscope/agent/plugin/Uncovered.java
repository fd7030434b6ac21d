package dev.loopscope.agent.plugin;

/**
 * Something of a framework that its plugin has no points for, and that is therefore not seen, or
 * not wholly, where it is used: told by the classes in the process.
 *
 * @param what in words for the user, for example {@code "io_uring event loops"}
 * @param className binary name of the class that tells it; shaded copies end so, after a dot
 * @param heirs whether it is the application's subclasses of that class that tell it, instead
 * @param withoutModule only in a process that lacks this module of the JDK; empty in any
 * @param note a sentence: what is not seen, and what to do about it
 */
public record Uncovered(
    String what, String className, boolean heirs, String withoutModule, String note) {

  /** Told by a class of this name. */
  public static Uncovered where(String className, String what, String note) {
    return new Uncovered(what, className, false, "", note);
  }

  /** Told by the application's own subclasses of a class of the JDK. */
  public static Uncovered whereExtended(Class<?> type, String what, String note) {
    return new Uncovered(what, type.getName(), true, "", note);
  }

  /** Told by a class of this name, if the process lacks a module of the JDK. */
  public static Uncovered whereWithout(String module, String className, String what, String note) {
    return new Uncovered(what, className, false, module, note);
  }
}
