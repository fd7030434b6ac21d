package dev.loopscope.agent.desugar;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * Of the value on top of the stack.
 *
 * @param from its type
 * @param used the type that the program gives it in between
 * @param to the type that is wanted
 */
record Conversion(Type from, Type used, Type to) {
  private static final Type OBJECT = Type.getType(Object.class);

  void write(GeneratorAdapter code) {
    if (to.equals(Type.VOID_TYPE)) {
      drop(code);
    } else if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to)) {
      unbox(code);
    } else {
      if (!used.equals(to)) {
        cast(code, used);
      }
      cast(code, to);
    }
  }

  private void drop(GeneratorAdapter code) {
    if (from.getSize() == 2) {
      code.pop2();
    } else if (from.getSize() == 1) {
      code.pop();
    }
  }

  private void unbox(GeneratorAdapter code) {
    Type value = isPrimitive(used) && !Boxes.isBox(from) ? used : boxed();
    code.unbox(value);
    code.cast(value, to);
  }

  /** What the box holds that this value is, or that the program takes it for. */
  private Type boxed() {
    return Boxes.valueOf(isPrimitive(used) ? from : used);
  }

  private void cast(GeneratorAdapter code, Type wanted) {
    if (!wanted.equals(from) && !wanted.equals(OBJECT)) {
      code.checkCast(wanted);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
