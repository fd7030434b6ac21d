package dev.loopscope.agent.watch;

import dev.loopscope.agent.probe.LoopscopeThreadReading;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Knows whether the JVM's beans may be asked about threads. Up to JDK 18 they call {@code getId} of
 * each thread they describe, and of the one that holds the lock it waits for; a class of threads
 * that overrides it would run its code on the watcher's thread. As long as such a thread lives, the
 * beans are not asked at all. A thread that begins between two looks is found with the next.
 *
 * <p>For the watcher's thread. A look costs some microseconds, and some more in a program with
 * thousands of threads.
 */
final class ForeignIds {

  static final long LOOK_EVERY_NANOS = 100_000_000L;

  private static final int FIRST_WITH_FINAL_IDS = 19;

  private final boolean needed;
  private final Supplier<Thread[]> threads;
  private final LongSupplier clock;
  private final Map<Class<?>, Boolean> overriding = new WeakHashMap<>();
  private long lookedNanos;
  private boolean looked;
  private boolean present;

  /** Of this JVM. */
  ForeignIds() {
    this(
        Runtime.version().feature() < FIRST_WITH_FINAL_IDS,
        LoopscopeThreadReading::all,
        System::nanoTime);
  }

  ForeignIds(boolean needed, Supplier<Thread[]> threads, LongSupplier clock) {
    this.needed = needed;
    this.threads = threads;
    this.clock = clock;
  }

  /** Whether a thread lives that has an answer of its own. */
  boolean present() {
    if (needed && (!looked || clock.getAsLong() - lookedNanos >= LOOK_EVERY_NANOS)) {
      present = look();
      lookedNanos = clock.getAsLong();
      looked = true;
    }
    return present;
  }

  private boolean look() {
    for (Thread thread : threads.get()) {
      Class<?> type = thread.getClass();
      if (type != Thread.class && overriding.computeIfAbsent(type, ForeignIds::overrides)) {
        return true;
      }
    }
    return false;
  }

  private static boolean overrides(Class<?> type) {
    try {
      return declaring(type) != Thread.class;
    } catch (ReflectiveOperationException | LinkageError e) {
      return true; // what cannot be looked at is not called either
    }
  }

  /** Reflection would load the types of all methods, through the application's class loader. */
  private static Class<?> declaring(Class<?> type) throws ReflectiveOperationException {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle getId = lookup.findVirtual(type, "getId", MethodType.methodType(long.class));
      return lookup.revealDirect(getId).getDeclaringClass();
    } catch (IllegalAccessException e) {
      return type.getMethod("getId").getDeclaringClass(); // in a module that is closed to us
    }
  }
}
