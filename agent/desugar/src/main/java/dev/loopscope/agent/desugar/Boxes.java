package dev.loopscope.agent.desugar;

import java.util.Map;
import org.objectweb.asm.Type;

/** The primitive types and the classes that box them. */
final class Boxes {
  private static final Map<String, Type> VALUES =
      Map.of(
          "java/lang/Boolean", Type.BOOLEAN_TYPE,
          "java/lang/Byte", Type.BYTE_TYPE,
          "java/lang/Character", Type.CHAR_TYPE,
          "java/lang/Short", Type.SHORT_TYPE,
          "java/lang/Integer", Type.INT_TYPE,
          "java/lang/Long", Type.LONG_TYPE,
          "java/lang/Float", Type.FLOAT_TYPE,
          "java/lang/Double", Type.DOUBLE_TYPE);

  private Boxes() {}

  static boolean isBox(Type type) {
    return VALUES.containsKey(type.getInternalName());
  }

  /** What a box of this type holds. */
  static Type valueOf(Type box) {
    Type value = VALUES.get(box.getInternalName());
    if (value == null) {
      throw new DesugaringException("No box of a primitive value: " + box.getClassName());
    }
    return value;
  }

  /** What boxes this primitive type. */
  static Type of(Type value) {
    for (Map.Entry<String, Type> entry : VALUES.entrySet()) {
      if (entry.getValue().equals(value)) {
        return Type.getObjectType(entry.getKey());
      }
    }
    throw new DesugaringException("No primitive type: " + value.getClassName());
  }
}
