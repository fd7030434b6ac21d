package dev.loopscope.agent.instrument;

import dev.loopscope.agent.probe.LoopscopeErrors;
import dev.loopscope.agent.probe.LoopscopePoints;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites one method of a point.
 *
 * <pre>
 *   fired(flag)
 *   try { enter hooks } catch (Throwable own) { LoopscopeErrors.count(own) }
 *   try { body, with return hooks before each return }
 *   catch (Throwable t) { throw hooks; throw t }
 * </pre>
 *
 * Frames are written by hand: at the three places that need one, the locals are those of the method
 * entry, because a compiler keeps parameters in their slots. So no class is ever loaded to compute
 * a frame.
 */
final class AdviceMethod extends MethodVisitor {
  private static final String THROWABLE = "java/lang/Throwable";

  private final Point point;
  private final int flag;
  private final HookEmitter hooks;
  private final Object[] entryLocals;
  private final Label bodyStart = new Label();

  AdviceMethod(MethodVisitor out, Placement placement, HookEmitter hooks, Object[] entryLocals) {
    super(Opcodes.ASM9, out);
    point = placement.point();
    flag = placement.flag();
    this.hooks = hooks;
    this.entryLocals = entryLocals;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    pushInt(flag);
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(LoopscopePoints.class), "fired", "(I)V", false);
    if (!point.enters().isEmpty()) {
      enterHooks();
    }
    super.visitLabel(bodyStart);
  }

  private void enterHooks() {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    Label after = new Label();
    super.visitTryCatchBlock(start, end, failed, THROWABLE);
    super.visitLabel(start);
    emit(point.enters());
    super.visitLabel(end);
    super.visitJumpInsn(Opcodes.GOTO, after);
    super.visitLabel(failed);
    super.visitFrame(Opcodes.F_NEW, entryLocals.length, entryLocals, 1, new Object[] {THROWABLE});
    String errors = Type.getInternalName(LoopscopeErrors.class);
    super.visitMethodInsn(Opcodes.INVOKESTATIC, errors, "count", "(Ljava/lang/Throwable;)V", false);
    super.visitLabel(after);
    super.visitFrame(Opcodes.F_NEW, entryLocals.length, entryLocals, 0, new Object[0]);
    // the body may begin with a frame of its own, which must not fall on this one
    super.visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Point.Around around = point.around();
    boolean here = around != null && around.callee().equals(name) && descriptor.startsWith("()");
    if (here && around != null) {
      hooks.emit(around.before());
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (here && around != null) {
      hooks.emit(around.after());
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      emit(point.returns());
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (!point.throwing().isEmpty()) {
      Label failed = new Label();
      super.visitTryCatchBlock(bodyStart, failed, failed, THROWABLE);
      super.visitLabel(failed);
      super.visitFrame(Opcodes.F_NEW, entryLocals.length, entryLocals, 1, new Object[] {THROWABLE});
      emit(point.throwing());
      super.visitInsn(Opcodes.ATHROW);
    }
    super.visitMaxs(maxStack, maxLocals);
  }

  private void emit(List<HookCall> calls) {
    for (HookCall call : calls) {
      hooks.emit(call);
    }
  }

  private void pushInt(int value) {
    if (value <= Byte.MAX_VALUE) {
      super.visitIntInsn(Opcodes.BIPUSH, value);
    } else {
      super.visitIntInsn(Opcodes.SIPUSH, value);
    }
  }

  /** The locals at the entry of a method, as frames name them. */
  static Object[] entryLocals(String owner, boolean isStatic, String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    Object[] locals = new Object[parameters.length + (isStatic ? 0 : 1)];
    int at = 0;
    if (!isStatic) {
      locals[at++] = owner;
    }
    for (Type parameter : parameters) {
      locals[at++] = frameType(parameter);
    }
    return locals;
  }

  private static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.OBJECT, Type.ARRAY -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }
}
