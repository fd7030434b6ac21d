package dev.loopscope.agent.desugar;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * One of the three methods of a record that the compiler leaves to {@link
 * java.lang.runtime.ObjectMethods}, written out as a static method of the record with the record as
 * its first argument.
 *
 * @param owner the record
 * @param method {@code equals}, {@code hashCode} or {@code toString}
 */
record RecordMethod(Type owner, String method, String descriptor, List<Component> components) {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type OBJECTS = Type.getType(java.util.Objects.class);
  private static final Type STRING = Type.getType(String.class);
  private static final Type BUILDER = Type.getType(StringBuilder.class);

  /** A field of the record. */
  record Component(String name, Type type) {}

  /** From the parts of the call site as they stand in the class file. */
  static RecordMethod of(String owner, String method, String descriptor, Object[] arguments) {
    List<Component> components = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      Handle getter = (Handle) arguments[i];
      components.add(new Component(getter.getName(), Type.getType(getter.getDesc())));
    }
    return new RecordMethod(Type.getObjectType(owner), method, descriptor, components);
  }

  String name() {
    return "record$" + method;
  }

  /**
   * Adds the method to its class.
   *
   * @param simpleName of the record, as it prints itself
   */
  void write(ClassVisitor writer, String simpleName) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    GeneratorAdapter code =
        new GeneratorAdapter(
            access,
            new Method(name(), descriptor),
            writer.visitMethod(access, name(), descriptor, null, null));
    code.visitCode();
    switch (method) {
      case "equals" -> writeEquals(code);
      case "hashCode" -> writeHashCode(code);
      case "toString" -> writeToString(code, simpleName);
      default -> throw new DesugaringException("No method of every record: " + method);
    }
    code.returnValue();
    code.endMethod();
  }

  private void load(GeneratorAdapter code, int argument, Component component) {
    code.loadArg(argument);
    if (argument > 0) {
      code.checkCast(owner);
    }
    code.getField(owner, component.name(), component.type());
  }

  private void writeEquals(GeneratorAdapter code) {
    Label different = new Label();
    code.loadArg(1);
    code.instanceOf(owner);
    code.ifZCmp(GeneratorAdapter.EQ, different);
    for (Component component : components) {
      load(code, 0, component);
      load(code, 1, component);
      compare(code, component.type(), different);
    }
    code.push(true);
    code.returnValue();
    code.mark(different);
    Object[] locals = {owner.getInternalName(), OBJECT.getInternalName()};
    code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    code.push(false);
  }

  private static void compare(GeneratorAdapter code, Type type, Label different) {
    switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> {
        code.invokeStatic(
            OBJECTS, new Method("equals", Type.BOOLEAN_TYPE, new Type[] {OBJECT, OBJECT}));
        code.ifZCmp(GeneratorAdapter.EQ, different);
      }
      case Type.FLOAT, Type.DOUBLE -> { // not as by ==: one NaN is like another, 0.0 is not -0.0
        code.invokeStatic(
            Boxes.of(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
        code.ifZCmp(GeneratorAdapter.NE, different);
      }
      default -> code.ifCmp(type, GeneratorAdapter.NE, different);
    }
  }

  private void writeHashCode(GeneratorAdapter code) {
    code.push(0);
    for (Component component : components) {
      code.push(31);
      code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
      load(code, 0, component);
      Type type = component.type();
      boolean primitive = type.getSort() < Type.ARRAY;
      code.invokeStatic(
          primitive ? Boxes.of(type) : OBJECTS,
          new Method("hashCode", Type.INT_TYPE, new Type[] {primitive ? type : OBJECT}));
      code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
    }
  }

  private void writeToString(GeneratorAdapter code, String simpleName) {
    code.newInstance(BUILDER);
    code.dup();
    code.invokeConstructor(BUILDER, Method.getMethod("void <init> ()"));
    String before = simpleName + "[";
    for (Component component : components) {
      append(code, before + component.name() + "=");
      load(code, 0, component);
      append(code, component.type());
      before = ", ";
    }
    append(code, components.isEmpty() ? before + "]" : "]");
    code.invokeVirtual(BUILDER, new Method("toString", STRING, new Type[0]));
  }

  private static void append(GeneratorAdapter code, String text) {
    code.push(text);
    append(code, STRING);
  }

  private static void append(GeneratorAdapter code, Type type) {
    Type taken =
        switch (type.getSort()) {
          case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
          case Type.ARRAY -> OBJECT;
          case Type.OBJECT -> type.equals(STRING) ? STRING : OBJECT;
          default -> type;
        };
    code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {taken}));
  }
}
