package dev.loopscope.agent.desugar;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites one class: each {@code invokedynamic} becomes a call of a method that is written out.
 */
final class ClassDesugaring extends ClassVisitor {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final int MAJOR_VERSION = 6;
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private final ClassWriter writer;
  private final Map<String, byte[]> made = new LinkedHashMap<>();
  private final Set<RecordMethod> recordMethods = new LinkedHashSet<>();
  private String name = "";
  private String simpleName = "";
  private String nestHost = "";
  private int version;

  private ClassDesugaring(ClassWriter writer) {
    super(Opcodes.ASM9, writer);
    this.writer = writer;
  }

  /**
   * Rewrites classes of one jar together, because a class of a lambda belongs to the nest of the
   * class that it stands in, and the host of a nest lists its members.
   *
   * @param classes bytes of class files by the names of their entries
   * @return those that changed and those that are new, by the names of their entries
   */
  static Map<String, byte[]> ofAll(Map<String, byte[]> classes) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    Map<String, Set<String>> members = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      ClassReader reader = new ClassReader(entry.getValue());
      ClassDesugaring one = new ClassDesugaring(new ClassWriter(ClassWriter.COMPUTE_MAXS));
      reader.accept(one, 0);
      if (one.made.isEmpty() && one.recordMethods.isEmpty()) {
        continue;
      }
      changed.put(entry.getKey(), one.made.isEmpty() ? one.bytes() : withNests(one.bytes()));
      for (Map.Entry<String, byte[]> lambda : one.made.entrySet()) {
        changed.put(lambda.getKey() + ".class", lambda.getValue());
        members.computeIfAbsent(one.nestHost, host -> new LinkedHashSet<>()).add(lambda.getKey());
      }
    }
    members.forEach((host, lambdas) -> enlarge(host + ".class", lambdas, classes, changed));
    return changed;
  }

  private static void enlarge(
      String entry, Set<String> lambdas, Map<String, byte[]> classes, Map<String, byte[]> changed) {
    byte[] host = changed.getOrDefault(entry, classes.get(entry));
    if (host == null) {
      throw new DesugaringException("The host of a nest is not in the jar: " + entry);
    }
    ClassReader reader = new ClassReader(host);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(writer, 0);
    lambdas.forEach(writer::visitNestMember);
    changed.put(entry, withNests(writer.toByteArray()));
  }

  /** The version of a class file is its fourth short; nests are ignored in those before 11. */
  private static byte[] withNests(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    if (bytes.getShort(MAJOR_VERSION) < Opcodes.V11) {
      bytes.putShort(MAJOR_VERSION, (short) Opcodes.V11);
    }
    return file;
  }

  private byte[] bytes() {
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.version = version;
    this.name = name;
    nestHost = name;
    simpleName = name.substring(name.lastIndexOf('/') + 1);
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public void visitNestHost(String host) {
    nestHost = host;
    super.visitNestHost(host);
  }

  @Override
  public void visitInnerClass(
      String inner, @Nullable String outer, @Nullable String innerName, int access) {
    if (inner.equals(name)) {
      simpleName = innerName == null ? "" : innerName;
    }
    super.visitInnerClass(inner, outer, innerName, access);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInvokeDynamicInsn(
          String called, String callDescriptor, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals(LAMBDAS) && bootstrap.getName().equals("metafactory")) {
          String lambda = lambda(called, callDescriptor, arguments);
          visitMethodInsn(Opcodes.INVOKESTATIC, lambda, LambdaClass.FACTORY, callDescriptor, false);
        } else if (bootstrap.getOwner().equals(RECORDS)) {
          RecordMethod written = RecordMethod.of(name, called, callDescriptor, arguments);
          recordMethods.add(written);
          visitMethodInsn(Opcodes.INVOKESTATIC, name, written.name(), written.descriptor(), false);
        } else {
          throw new DesugaringException(
              name
                  + "."
                  + method
                  + " asks "
                  + bootstrap.getOwner()
                  + "."
                  + bootstrap.getName()
                  + ", which is not known here. Write it without that.");
        }
      }
    };
  }

  private String lambda(String method, String factory, Object[] arguments) {
    String lambda = name + "$Lambda$" + (made.size() + 1);
    made.put(
        lambda,
        new LambdaClass(
                lambda, nestHost, Math.max(version, Opcodes.V11), method, factory, arguments)
            .write());
    return lambda;
  }

  @Override
  public void visitEnd() {
    recordMethods.forEach(method -> method.write(writer, simpleName));
    super.visitEnd();
  }
}
