package dev.loopscope.agent.probe;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads private fields of a framework's objects from the agent's own threads. Inside {@code
 * java.lang} that needs no module to be opened, and no code of the application runs.
 */
public final class LoopscopeFields {
  private LoopscopeFields() {}

  /**
   * Follows fields from one object to the next.
   *
   * @param path names of fields, joined by dots, such as {@code this$0.pipeline}
   * @return null when a field is null or not there in this version
   */
  public static @Nullable Object read(Object from, String path) {
    Object at = from;
    int begin = 0;
    while (at != null && begin <= path.length()) {
      int dot = path.indexOf('.', begin);
      int end = dot < 0 ? path.length() : dot;
      at = field(at, path.substring(begin, end));
      begin = end + 1;
    }
    return at;
  }

  private static @Nullable Object field(Object of, String name) {
    Field field = find(of.getClass(), name);
    return field == null ? null : value(of, field);
  }

  /**
   * From the top down, because the list of a class's fields has the classes of their types loaded:
   * so an application's subclass of a framework's class is not even looked at.
   */
  private static @Nullable Field find(Class<?> type, String name) {
    Class<?> parent = type.getSuperclass();
    Field inherited = parent == null ? null : find(parent, name);
    return inherited == null ? declared(type, name) : inherited;
  }

  private static @Nullable Field declared(Class<?> type, String name) {
    try {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
      return null;
    } catch (LinkageError e) {
      return null; // some field is of a class that is not in this process
    }
  }

  private static @Nullable Object value(Object of, Field field) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException | RuntimeException e) {
      return null; // not inside java.lang: a test of these classes under their own names
    }
  }
}
