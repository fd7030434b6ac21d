package dev.loopscope.agent.instrument;

import dev.loopscope.agent.probe.LoopscopePoints;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a class that nobody loads, so that the weaver's own classes are there when the JVM asks it
 * for the first of the application's: beside the making of the points, which takes as long.
 */
public final class WeavingRehearsal {
  private static final String OWNER = "dev/loopscope/agent/instrument/Rehearsed";
  private static final String METHOD = "run";
  private static final String NOTHING = "()V";

  private WeavingRehearsal() {}

  /** Any thread, once the probe is there. */
  public static void play() {
    Point point = point();
    Placement placement = new Placement(0, point, Shading.of(OWNER, OWNER), 0, 0);
    PointWeaver.weave(rehearsed(), List.of(placement), any -> {});
  }

  static Point point() {
    HookCall hook = HookCall.to(LoopscopePoints.class, "fired", new Argument.Constant(0));
    return Point.at("", "", OWNER, METHOD, NOTHING).onEnter(hook).onReturn(hook).onThrow(hook);
  }

  /** A method with what methods are made of: a call, a branch, a frame; and one without points. */
  static byte[] rehearsed() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, OWNER, null, "java/lang/Object", null);
    write(writer.visitMethod(Opcodes.ACC_PUBLIC, METHOD, NOTHING, null, null));
    write(writer.visitMethod(Opcodes.ACC_PUBLIC, "other", NOTHING, null, null));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void write(MethodVisitor method) {
    Label end = new Label();
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, OWNER, METHOD, NOTHING, false);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitJumpInsn(Opcodes.IFNONNULL, end);
    method.visitLdcInsn("");
    method.visitInsn(Opcodes.POP);
    method.visitLabel(end);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
