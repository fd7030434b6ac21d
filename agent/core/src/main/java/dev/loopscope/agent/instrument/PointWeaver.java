package dev.loopscope.agent.instrument;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves the points of one class into its bytes. */
final class PointWeaver extends ClassVisitor {
  private static final int ABSTRACT_OR_NATIVE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private final List<Placement> placements;
  private final ClassShape shape;
  private final String className;
  private final IntConsumer woven;

  private PointWeaver(
      ClassVisitor out,
      List<Placement> placements,
      ClassShape shape,
      String className,
      IntConsumer woven) {
    super(Opcodes.ASM9, out);
    this.placements = placements;
    this.shape = shape;
    this.className = className;
    this.woven = woven;
  }

  /**
   * Weaves one class file.
   *
   * @param placements the points in this class
   * @param woven told the number of each point that was found and woven
   * @return the new class file
   */
  static byte[] weave(byte[] original, List<Placement> placements, IntConsumer woven) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassShape shape = ClassShape.of(reader);
    reader.accept(
        new PointWeaver(writer, placements, shape, reader.getClassName(), woven),
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    if ((access & ABSTRACT_OR_NATIVE) != 0) {
      return out;
    }
    for (Placement placement : placements) {
      Point point = placement.point();
      Shading shading = placement.shading();
      boolean here =
          point.isNamed(name)
              && (point.descriptor().isEmpty()
                  || shading.descriptor(point.descriptor()).equals(descriptor));
      if (here && shape.has(point, shading)) {
        woven.accept(placement.number());
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        HookEmitter hooks = new HookEmitter(out, className, placement, isStatic, descriptor);
        Object[] locals = AdviceMethod.entryLocals(className, isStatic, descriptor);
        out = new AdviceMethod(out, placement, hooks, locals);
      }
    }
    return out;
  }
}
