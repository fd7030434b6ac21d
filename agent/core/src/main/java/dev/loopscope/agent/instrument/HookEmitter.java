package dev.loopscope.agent.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the instructions of one hook call into one method. */
final class HookEmitter {
  private final MethodVisitor out;
  private final String owner;
  private final Shading shading;
  private final Type[] parameters;
  private final Type returned;
  private final int firstSlot;
  private final int copy;

  HookEmitter(
      MethodVisitor out, String owner, Placement placement, boolean isStatic, String descriptor) {
    this.out = out;
    this.owner = owner;
    shading = placement.shading();
    copy = placement.copy();
    parameters = Type.getArgumentTypes(descriptor);
    returned = Type.getReturnType(descriptor);
    firstSlot = isStatic ? 0 : 1;
  }

  void emit(HookCall call) {
    for (Argument argument : call.arguments()) {
      push(argument);
    }
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC, call.owner(), call.method(), call.descriptor(), false);
    if (call.storeTo() != HookCall.STORE_NOTHING) {
      Type type = parameters[call.storeTo()];
      if (!Type.getReturnType(call.descriptor()).equals(type)) {
        out.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
      }
      out.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot(call.storeTo()));
    }
  }

  private void push(Argument argument) {
    if (argument instanceof Argument.This) {
      out.visitVarInsn(Opcodes.ALOAD, 0);
    } else if (argument instanceof Argument.Parameter p) {
      out.visitVarInsn(parameters[p.index()].getOpcode(Opcodes.ILOAD), slot(p.index()));
    } else if (argument instanceof Argument.Returned) {
      out.visitInsn(returned.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    } else if (argument instanceof Argument.Thrown || argument instanceof Argument.Receiver) {
      out.visitInsn(Opcodes.DUP);
    } else if (argument instanceof Argument.Constant c) {
      pushConstant(c);
    } else if (argument instanceof Argument.Copy) {
      out.visitLdcInsn(copy);
    } else if (argument instanceof Argument.Field f) {
      out.visitVarInsn(Opcodes.ALOAD, 0);
      out.visitFieldInsn(Opcodes.GETFIELD, owner, f.name(), shading.descriptor(f.descriptor()));
    } else if (argument instanceof Argument.Invoke i) {
      out.visitVarInsn(Opcodes.ALOAD, 0);
      String descriptor = shading.descriptor(i.descriptor());
      out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, i.method(), descriptor, false);
    } else if (argument instanceof Argument.InvokeStatic s) {
      String descriptor = shading.descriptor(s.descriptor());
      String type = shading.name(s.owner());
      out.visitMethodInsn(Opcodes.INVOKESTATIC, type, s.method(), descriptor, false);
    } else if (argument instanceof Argument.IsInstance t) {
      out.visitVarInsn(Opcodes.ALOAD, slot(t.parameter()));
      out.visitTypeInsn(Opcodes.INSTANCEOF, shading.name(t.type()));
    }
  }

  private void pushConstant(Argument.Constant constant) {
    Object value = constant.value();
    if (value == null) {
      out.visitInsn(Opcodes.ACONST_NULL);
    } else if (value instanceof Boolean b) {
      out.visitInsn(b ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    } else {
      out.visitLdcInsn(value);
    }
  }

  private int slot(int parameter) {
    int slot = firstSlot;
    for (int i = 0; i < parameter; i++) {
      slot += parameters[i].getSize();
    }
    return slot;
  }
}
