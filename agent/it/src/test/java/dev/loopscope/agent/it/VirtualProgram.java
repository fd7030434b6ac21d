package dev.loopscope.agent.it;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads under load, some of them pinned in a class initializer, whose frames belong to
 * the JVM in every version. Compiled for JDK 17, so found by name.
 */
public final class VirtualProgram {
  /** As many as its JVM is told to have. */
  static final int CARRIERS = 2;

  static final int WAITING = 3;

  private static final long PIN_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  /** A class is initialized once, so a little work at first leaves it alone. */
  private static final int PINS_FROM = 100;

  private VirtualProgram() {}

  public static void main(String[] arguments) throws Exception {
    new ProgramCommands(VirtualProgram::doAll, VirtualProgram::keepCarriers).serve();
    System.exit(0);
  }

  /** Keeps every carrier for that long, while {@link #WAITING} more threads wait for one. */
  private static void keepCarriers(long millis) throws Exception {
    ExecutorService threads = perTask();
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (int i = 0; i < CARRIERS + WAITING; i++) {
      threads.execute(
          () -> {
            while (System.nanoTime() < until) {
              Thread.onSpinWait();
            }
          });
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
  }

  private static ExecutorService perTask() throws ReflectiveOperationException {
    Method maker = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
    return (ExecutorService) maker.invoke(null);
  }

  private static void doAll(OwnCounts counts, int tasks) throws Exception {
    ExecutorService threads = perTask();
    for (int i = 0; i < tasks; i++) {
      counts.submitted.incrementAndGet();
      threads.execute(new Work(counts));
    }
    if (tasks >= PINS_FROM) {
      counts.submitted.incrementAndGet();
      threads.execute(new Pinning(counts));
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
  }

  private record Work(OwnCounts counts) implements Runnable {
    @Override
    public void run() {
      LockSupport.parkNanos(1_000_000);
      counts.done.incrementAndGet();
    }
  }

  private record Pinning(OwnCounts counts) implements Runnable {
    @Override
    public void run() {
      System.setProperty("pinned.by", String.valueOf(Initializer.WAITED));
      counts.done.incrementAndGet();
    }
  }

  private static final class Initializer {
    static final boolean WAITED = await(System.nanoTime() + PIN_NANOS);

    private static boolean await(long untilNanos) {
      for (long left = 1; left > 0; left = untilNanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      return true;
    }
  }
}
