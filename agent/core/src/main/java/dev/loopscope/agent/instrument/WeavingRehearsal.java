package dev.loopscope.agent.instrument;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a class of one method, which nobody loads, without hooks: so that the classes of the
 * weaver are there before the JVM asks for the first of the application's.
 */
public final class WeavingRehearsal {
  private static final String OWNER = "dev/loopscope/agent/instrument/Rehearsed";
  private static final String METHOD = "run";
  private static final String NOTHING = "()V";

  private WeavingRehearsal() {}

  /** Any thread, once the probe is installed. */
  public static void play() {
    Point point = Point.at("", "", OWNER, METHOD, NOTHING);
    Placement placement = new Placement(0, point, Shading.of(OWNER, OWNER), 0, 0);
    PointWeaver.weave(rehearsed(), List.of(placement), any -> {});
  }

  static byte[] rehearsed() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, OWNER, null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, METHOD, NOTHING, null, null);
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
