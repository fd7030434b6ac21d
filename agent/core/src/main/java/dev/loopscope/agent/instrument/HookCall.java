package dev.loopscope.agent.instrument;

import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A call of one static method of the probe.
 *
 * @param owner internal name of the probe class, as it is named in this process
 * @param storeTo parameter that takes what the hook returns, -1 for none
 */
public record HookCall(
    String owner, String method, String descriptor, List<Argument> arguments, int storeTo) {

  public static final int STORE_NOTHING = -1;

  /**
   * Names a hook; the descriptor is looked up, so that a wrong name fails when the table is built
   * and not inside the application.
   */
  public static HookCall to(Class<?> probe, String method, Argument... arguments) {
    Method found = null;
    int times = 0;
    for (Method candidate : probe.getDeclaredMethods()) {
      if (candidate.getParameterCount() == arguments.length && candidate.getName().equals(method)) {
        found = candidate;
        times++;
      }
    }
    if (found == null || times > 1) {
      throw new IllegalArgumentException(
          times + " hooks named " + method + " with " + arguments.length + " parameters");
    }
    return new HookCall(
        Type.getInternalName(probe),
        method,
        Type.getMethodDescriptor(found),
        List.of(arguments),
        STORE_NOTHING);
  }

  /** The same call, whose answer replaces a parameter of the woven method. */
  public HookCall storedTo(int parameter) {
    return new HookCall(owner, method, descriptor, arguments, parameter);
  }
}
