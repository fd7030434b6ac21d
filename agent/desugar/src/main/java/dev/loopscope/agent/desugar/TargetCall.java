package dev.loopscope.agent.desugar;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** The call of what a lambda or method reference stands for. */
final class TargetCall {
  private final Handle target;
  private final Type owner;
  private final Type type;

  TargetCall(Handle target) {
    this.target = target;
    owner = Type.getObjectType(target.getOwner());
    type = Type.getMethodType(target.getDesc());
  }

  private boolean makes() {
    return target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  private boolean hasReceiver() {
    return target.getTag() != Opcodes.H_INVOKESTATIC && !makes();
  }

  /** What has to be on the stack, receiver first. */
  Type[] taken() {
    Type[] arguments = type.getArgumentTypes();
    if (!hasReceiver()) {
      return arguments;
    }
    Type[] taken = new Type[arguments.length + 1];
    taken[0] = owner;
    System.arraycopy(arguments, 0, taken, 1, arguments.length);
    return taken;
  }

  Type returned() {
    return makes() ? owner : type.getReturnType();
  }

  /** Before the arguments. */
  void begin(GeneratorAdapter code) {
    if (makes()) {
      code.newInstance(owner);
      code.dup();
    }
  }

  /** After the arguments. */
  void end(GeneratorAdapter code) {
    code.visitMethodInsn(
        opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
  }

  private int opcode() {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      // a private method of the same nest is called like any other
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKESPECIAL ->
          target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      default -> throw new DesugaringException("A lambda stands for no method: " + target);
    };
  }
}
