package dev.loopscope.agent.probe;

import java.lang.reflect.Field;
import java.util.Optional;

/**
 * Finds the code of a coroutine behind what dispatches it. The field is looked up once for each
 * copy of the library and kept with that copy's own class, so that it keeps no class loader alive
 * and a class without the field is not searched again.
 */
final class LoopscopeContinuations {
  private static final String DISPATCHED = "DispatchedContinuation";
  private static final String CODE = "continuation";
  private static final ClassValue<Optional<Field>> FIELDS = new Fields();

  private LoopscopeContinuations() {}

  /** The code that goes on when a continuation resumes; itself if it is not dispatched. */
  static Object code(Object continuation) throws IllegalAccessException {
    Optional<Field> field = FIELDS.get(continuation.getClass());
    if (field.isEmpty()) {
      return continuation;
    }
    Object code = field.get().get(continuation);
    return code == null ? continuation : code;
  }

  private static final class Fields extends ClassValue<Optional<Field>> {
    @Override
    protected Optional<Field> computeValue(Class<?> type) {
      if (!type.getName().endsWith(DISPATCHED)) {
        return Optional.empty();
      }
      try {
        Field field = type.getDeclaredField(CODE);
        field.setAccessible(true);
        return Optional.of(field);
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        LoopscopeErrors.count(e); // another version: runs keep the dispatcher's name
        return Optional.empty();
      }
    }
  }
}
