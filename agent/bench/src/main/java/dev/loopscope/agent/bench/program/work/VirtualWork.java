package dev.loopscope.agent.bench.program.work;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Virtual threads on one carrier, each started by the one before it. */
final class VirtualWork implements Work {
  @Override
  public void start(Flow flow) throws ReflectiveOperationException {
    // read when the first virtual thread is made
    System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
    // JDK 21 and later, but this is compiled for 17
    MethodHandle starter =
        MethodHandles.publicLookup()
            .findStatic(
                Thread.class,
                "startVirtualThread",
                MethodType.methodType(Thread.class, Runnable.class));
    flow.add(piece -> start(starter, piece));
  }

  private static void start(MethodHandle starter, Runnable piece) {
    try {
      Thread unused = (Thread) starter.invokeExact(piece);
    } catch (Throwable e) {
      throw new IllegalStateException("A virtual thread could not be started.", e);
    }
  }
}
