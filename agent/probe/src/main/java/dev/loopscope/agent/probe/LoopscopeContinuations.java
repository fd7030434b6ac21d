package dev.loopscope.agent.probe;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code of a coroutine behind what dispatches it. The field is looked up once for each
 * copy of the library; the fields found are forgotten at the end of a session, since they keep that
 * copy's class loader alive.
 */
final class LoopscopeContinuations {
  private static final String DISPATCHED = "DispatchedContinuation";
  private static final String CODE = "continuation";

  /** More copies of the library than this show the dispatcher's class instead of the code's. */
  private static final int MAX_COPIES = 8;

  private static volatile Field[] fields = {};

  private LoopscopeContinuations() {}

  /** Forgets what was found; at the start and end of a session. */
  static void reset() {
    fields = new Field[0];
  }

  /** The code that goes on when a continuation resumes; itself if it is not dispatched. */
  static Object code(Object continuation) throws IllegalAccessException {
    Class<?> type = continuation.getClass();
    if (!type.getName().endsWith(DISPATCHED)) {
      return continuation;
    }
    Field field = field(type);
    Object code = field == null ? null : field.get(continuation);
    return code == null ? continuation : code;
  }

  private static @Nullable Field field(Class<?> type) {
    Field[] known = fields;
    for (Field field : known) {
      if (field.getDeclaringClass() == type) {
        return field;
      }
    }
    return known.length < MAX_COPIES ? add(known, type) : null;
  }

  private static @Nullable Field add(Field[] known, Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (field.getName().equals(CODE)) {
        field.setAccessible(true);
        Field[] more = new Field[known.length + 1];
        System.arraycopy(known, 0, more, 0, known.length);
        more[known.length] = field;
        fields = more; // two threads may race: one of them looks again
        return field;
      }
    }
    return null;
  }
}
