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
  private static final long PIN_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  /** A class is initialized once, so a little work at first leaves it alone. */
  private static final int PINS_FROM = 100;

  private VirtualProgram() {}

  public static void main(String[] arguments) throws Exception {
    new ProgramCommands(VirtualProgram::doAll).serve();
    System.exit(0);
  }

  private static void doAll(OwnCounts counts, int tasks) throws Exception {
    Method maker = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
    ExecutorService threads = (ExecutorService) maker.invoke(null);
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
