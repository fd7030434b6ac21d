package dev.loopscope.agent.desugar;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * The class of one lambda or method reference: what it captured in fields, a factory, and the
 * method of its interface, which converts and passes on. The conversions are those that {@link
 * java.lang.invoke.LambdaMetafactory} describes.
 */
final class LambdaClass {
  /** Static, takes what is captured, returns the interface: stands for the call site. */
  static final String FACTORY = "of";

  private static final String INSTANCE = "INSTANCE";
  private static final Method NO_ARGUMENTS = Method.getMethod("void <init> ()");

  private final Type self;
  private final String nestHost;
  private final int version;
  private final String method;
  private final Type factory;
  private final Type erased;
  private final Handle target;
  private final Type instantiated;
  private final Type[] captured;
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  /**
   * Takes the parts of the call site as they stand in the class file.
   *
   * @param method the interface's method
   * @param factory descriptor: what is captured, and the interface
   * @param arguments erased type of the method, what is to be called, the type that is used
   */
  LambdaClass(
      String self,
      String nestHost,
      int version,
      String method,
      String factory,
      Object[] arguments) {
    this.self = Type.getObjectType(self);
    this.nestHost = nestHost;
    this.version = version;
    this.method = method;
    this.factory = Type.getMethodType(factory);
    erased = (Type) arguments[0];
    target = (Handle) arguments[1];
    instantiated = (Type) arguments[2];
    captured = this.factory.getArgumentTypes();
  }

  byte[] write() {
    writer.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        self.getInternalName(),
        null,
        "java/lang/Object",
        new String[] {factory.getReturnType().getInternalName()});
    writer.visitNestHost(nestHost); // so that it may call private methods
    for (int i = 0; i < captured.length; i++) {
      writer.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
          field(i),
          captured[i].getDescriptor(),
          null,
          null);
    }
    writeConstructor();
    if (captured.length == 0) {
      writeInstance();
    }
    writeFactory();
    writeMethod();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String field(int number) {
    return "captured" + number;
  }

  private Method constructor() {
    return new Method("<init>", Type.VOID_TYPE, captured);
  }

  private GeneratorAdapter method(int access, Method method) {
    return new GeneratorAdapter(
        access,
        method,
        writer.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
  }

  private void writeConstructor() {
    GeneratorAdapter code = method(Opcodes.ACC_PRIVATE, constructor());
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), NO_ARGUMENTS);
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(self, field(i), captured[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  /** What captures nothing is made once, as the JVM does it. */
  private void writeInstance() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    writer.visitField(access, INSTANCE, self.getDescriptor(), null, null);
    GeneratorAdapter code = method(Opcodes.ACC_STATIC, Method.getMethod("void <clinit> ()"));
    code.newInstance(self);
    code.dup();
    code.invokeConstructor(self, NO_ARGUMENTS);
    code.putStatic(self, INSTANCE, self);
    code.returnValue();
    code.endMethod();
  }

  private void writeFactory() {
    GeneratorAdapter code =
        method(Opcodes.ACC_STATIC, new Method(FACTORY, factory.getDescriptor()));
    if (captured.length == 0) {
      code.getStatic(self, INSTANCE, self);
    } else {
      code.newInstance(self);
      code.dup();
      code.loadArgs();
      code.invokeConstructor(self, constructor());
    }
    code.returnValue();
    code.endMethod();
  }

  private void writeMethod() {
    GeneratorAdapter code = method(Opcodes.ACC_PUBLIC, new Method(method, erased.getDescriptor()));
    TargetCall call = new TargetCall(target);
    call.begin(code);
    Type[] taken = call.taken();
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, field(i), captured[i]);
    }
    Type[] given = erased.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.loadArg(i);
      new Conversion(given[i], instantiated.getArgumentTypes()[i], taken[captured.length + i])
          .write(code);
    }
    call.end(code);
    new Conversion(call.returned(), instantiated.getReturnType(), erased.getReturnType())
        .write(code);
    code.returnValue();
    code.endMethod();
  }
}
